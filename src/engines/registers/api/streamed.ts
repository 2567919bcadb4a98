import { exportFormats, type ExportFormat } from '../exchange/export-records.ts';

/** Answers with an export while it is written. What refuses it before the first piece is answered as a refusal. */
export async function streamed(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  format: ExportFormat,
  name: string,
): Promise<Response> {
  let next: IteratorResult<Uint8Array, void> | undefined = await pieces.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = next ?? (await pieces.next());
      next = undefined;
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return();
    },
  });
  const { type, extension } = exportFormats[format];
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}.${extension}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
