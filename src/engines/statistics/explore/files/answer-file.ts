import { Problem } from '#kernel/errors/problem.ts';
import { directionOf, say, translatorOf } from '#kernel/i18n/index.ts';
import { writeCsv, writeWorkbook } from '#kernel/spreadsheet/index.ts';
import type { ReleasedStore } from '../../model/released.ts';
import { flowName } from '../../model/structure.ts';
import { drawingOf, frameOf, type Exploration } from '../explore-view.ts';
import { aboutLines, fileName, type FileFacts } from './about.ts';
import { tidyHeads, tidyRows } from './tidy-rows.ts';

/** A workbook's sheet ends after so many rows. */
const mostSheetRows = 1_000_000;

/** Answers with a file of exactly what is shown. Problems: `not-found` (no drawing of a table), `too-large` (workbook). */
export async function answerFile(
  store: ReleasedStore,
  exploration: Exploration,
  ending: string,
  facts: FileFacts,
): Promise<Response> {
  switch (ending) {
    case 'csv':
      return attachment(exploration, ending, 'text/csv; charset=utf-8', streamOf(csvOf(store, exploration, facts)));
    case 'json':
      return attachment(
        exploration,
        ending,
        'application/json; charset=utf-8',
        streamOf(jsonOf(store, exploration, facts)),
      );
    case 'xlsx':
      return attachment(
        exploration,
        ending,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        streamOf(workbookOf(store, exploration, facts)),
      );
    default:
      return attachment(exploration, 'svg', 'image/svg+xml; charset=utf-8', svgOf(exploration, facts));
  }
}

function attachment(exploration: Exploration, ending: string, type: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName(exploration, ending)}"`,
      'Cache-Control': 'private, no-cache',
      'X-Content-Type-Options': 'nosniff',
      // A drawing opened by itself must not run or load anything.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}

function streamOf(chunks: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** Lines that begin with `#` tell what the file is; readers of CSV pass over them when told to. */
async function* csvOf(store: ReleasedStore, exploration: Exploration, facts: FileFacts): AsyncGenerator<string> {
  yield '\uFEFF';
  for (const [name, words] of aboutLines(exploration, facts))
    yield `# ${name}: ${words}`.replaceAll(/[\r\n]+/g, ' ') + '\r\n';
  async function* rows(): AsyncGenerator<readonly (string | number | null)[]> {
    yield tidyHeads(exploration);
    yield* tidyRows(store, exploration);
  }
  yield* writeCsv(rows());
}

async function* jsonOf(store: ReleasedStore, exploration: Exploration, facts: FileFacts): AsyncGenerator<string> {
  const { resolved, wording, names } = exploration;
  const { release, view, period } = resolved;
  const t = translatorOf(names.language);
  const { licence } = facts.terms ?? {};
  const head = {
    title: wording.title,
    ...(wording.unit !== undefined && { unit: wording.unit }),
    view,
    ...(period !== undefined && { period }),
    selection: wording.selection,
    flow: flowName(release.flow),
    release: release.release,
    released: release.releasedAt.toISOString(),
    sha256: release.sha256,
    publisher: facts.terms?.publisher ?? null,
    licence: licence === undefined ? null : { name: t(licence.name), url: licence.url },
    citation: facts.citation,
    address: facts.address,
    notes: wording.footnotes,
    columns: tidyHeads(exploration),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"observations":[`;
  let chunk = '';
  let first = true;
  for await (const row of tidyRows(store, exploration)) {
    chunk += `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
    if (chunk.length > 64_000) {
      yield chunk;
      chunk = '';
    }
  }
  yield `${chunk}\n]}\n`;
}

/** Three sheets: the table or the chart's table as it is seen, every figure in a row of its own, and what the file is. */
function workbookOf(store: ReleasedStore, exploration: Exploration, facts: FileFacts): AsyncIterable<Uint8Array> {
  const { names, grid, wording, figures } = exploration;
  if (figures > mostSheetRows) {
    throw new Problem(
      'too-large',
      say('A workbook holds a million rows and this choice has {count, number}. Choose less, or take the CSV.', {
        count: figures,
      }),
    );
  }
  const t = translatorOf(names.language);
  const rightToLeft = directionOf(names.language) === 'rtl';
  const bold = (value: string): { value: string; style: string } => ({ value, style: 'head' });
  async function* figureRows(): AsyncGenerator<readonly (string | number | null | { value: string; style: string })[]> {
    yield tidyHeads(exploration).map(bold);
    yield* tidyRows(store, exploration);
  }
  return writeWorkbook({
    styles: { head: { bold: true }, title: { bold: true, size: 14 } },
    sheets: [
      {
        name: t(say('As shown')).slice(0, 31),
        rightToLeft,
        rows: [
          [{ value: wording.title, style: 'title' }],
          [wording.unit ?? ''],
          [...grid.heads, ...grid.columns.map(({ label }) => label)].map(bold),
          ...grid.rows.map((row) => [
            ...row.names,
            ...row.cells.map(
              ({ value, text, letter }) => value ?? (letter === undefined ? text : `${text} (${letter})`),
            ),
          ]),
        ],
        freeze: { rows: 3, columns: grid.heads.length },
        columns: [...grid.heads.map(() => ({ width: 34 })), ...grid.columns.map(() => ({ width: 12 }))],
      },
      { name: t(say('Figures')).slice(0, 31), rightToLeft, rows: figureRows(), freeze: { rows: 1 } },
      {
        name: t(say('About')).slice(0, 31),
        rightToLeft,
        rows: aboutLines(exploration, facts).map(([name, words]) => [bold(name), words]),
        columns: [{ width: 24 }, { width: 100 }],
      },
    ],
  });
}

function svgOf(exploration: Exploration, facts: FileFacts): string {
  const t = translatorOf(exploration.names.language);
  const frame = frameOf(exploration, facts.terms);
  const { licence } = facts.terms ?? {};
  const drawing = drawingOf(
    exploration,
    {
      ...frame,
      notes: [
        ...(frame.notes ?? []),
        ...(licence === undefined ? [] : [t(say('Licence: {licence}', { licence: t(licence.name) }))]),
        t(say('Cite as: {citation}', { citation: facts.citation })),
      ],
      standalone: true,
      theme: facts.theme,
      size: 'wide',
    },
    false,
  );
  if (drawing === undefined)
    throw new Problem('not-found', say('A table has no drawing. Choose a map, lines or bars.'));
  return drawing.svg;
}
