import type { ReactNode } from 'react';

/** One part and the name by which code asks for it. */
export function Specimen(props: { name: string; children: ReactNode }): ReactNode {
  return (
    <>
      <p className="hint">
        <code dir="ltr">{props.name}</code>
      </p>
      <div className="specimen">{props.children}</div>
    </>
  );
}
