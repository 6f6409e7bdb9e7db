// Hands the view, or what it shows, to the reader as a file.
import { type Drawing, toPng, toSvg } from '../picture.ts';

/** `name` without an ending. @throws where the browser cannot make the picture. */
export async function savePicture(
  drawing: Drawing,
  format: 'svg' | 'png',
  background: string,
  name: string,
): Promise<void> {
  const context = document.createElement('canvas').getContext('2d');
  const svg = toSvg(drawing, background, (text, font) => {
    if (context === null) return text.length * 7;
    context.font = font;
    return context.measureText(text).width;
  });
  saveFile(format === 'png' ? await toPng(svg) : new Blob([svg], { type: 'image/svg+xml' }), `${name}.${format}`);
}

export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
