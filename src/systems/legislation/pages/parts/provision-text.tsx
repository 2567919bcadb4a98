import type { ReactNode } from 'react';

/** Text of a provision as a tree: lines, then subdivisions with their marks. */
export interface TextBlock {
  readonly mark?: string;
  readonly lines: readonly string[];
  readonly items: readonly TextBlock[];
}

/** Every subdivision has an anchor of its own, so that it can be cited. */
export function ProvisionText({ blocks, anchor }: { blocks: readonly TextBlock[]; anchor: string }): ReactNode {
  return blocks.map((block, at) => {
    const id = block.mark === undefined ? anchor : `${anchor}__${block.mark.replaceAll(/[^\p{L}\p{N}]/gu, '')}`;
    return (
      <div
        key={at}
        className={block.mark === undefined ? undefined : 'lr-item'}
        id={block.mark === undefined ? undefined : id}
      >
        {block.lines.map((line, place) => (
          <p key={place}>
            {place === 0 && block.mark !== undefined && (
              <>
                <a className="lr-number" href={`#${id}`}>
                  {block.mark}
                </a>{' '}
              </>
            )}
            {line}
          </p>
        ))}
        <ProvisionText blocks={block.items} anchor={id} />
      </div>
    );
  });
}
