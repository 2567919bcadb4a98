import type { Island } from '#kernel/ui/page-entry.ts';

/** Draws the downloadable SVG on a canvas at twice its size and hands it over as a PNG. */
const png: Island = (button) => {
  const { svg, failed } = button.dataset;
  if (svg === undefined) return;
  button.hidden = false;
  const hand = async (): Promise<void> => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await picture(svg));
    link.download = `${decodeURIComponent(location.pathname.split('/')[3] ?? 'chart').replaceAll(/[^\w.-]/g, '-')}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  button.addEventListener('click', () => {
    hand().catch(() => {
      (button.querySelector('[data-label]') ?? button).textContent = failed ?? 'PNG';
    });
  });
};
export default png;

async function picture(address: string): Promise<Blob> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { promise, resolve, reject } = Promise.withResolvers<Blob>();
  canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  return promise;
}
