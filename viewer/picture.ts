// The view as a picture to keep: SVG text from shapes (SVG 2), and the same as PNG.
import type { Curve } from './curve.ts';
import type { TextContext } from './names-layer.ts';

/** All measures in pixels of the view; shapes in order of painting. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly {
    readonly curve: Curve;
    /** `#rrggbb` or `#rrggbbaa`. */
    readonly color: string;
    readonly width: number;
    /** Length of its dashes and of the gaps between them; 0 for none. */
    readonly dash: number;
  }[];
  readonly dots: readonly {
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly color: string;
  }[];
  readonly paintNames: (context: TextContext) => void;
}

/** Pixels of a PNG for each pixel of the view. */
const PNG_SCALE = 2;

/** A whole SVG document. `measure` gives the width of a text in a font. */
export function toSvg(drawing: Drawing, background: string, measure: (text: string, font: string) => number): string {
  const { width, height, lines, dots } = drawing;
  const texts = new SvgText(measure);
  drawing.paintNames(texts);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    ...lines.map(
      ({ curve, color, width: thick, dash }) =>
        `${openLine(curve)} stroke="${color}" stroke-width="${round(thick)}"${dash > 0 ? ` stroke-dasharray="${round(dash)}"` : ''}/>`,
    ),
    ...dots.map(
      ({ x, y, radius, color }) => `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${color}"/>`,
    ),
    ...texts.elements,
    '</svg>\n',
  ].join('\n');
}

function openLine({ from, control, to }: Curve): string {
  const at = ({ x, y }: Curve['from']): string => `${round(x)} ${round(y)}`;
  if (control !== null) return `<path d="M${at(from)}Q${at(control)} ${at(to)}" fill="none"`;
  return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}"`;
}

/** Draws an SVG document into a PNG of twice its size. */
export async function toPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * PNG_SCALE;
    canvas.height = image.height * PNG_SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('The picture is too large.')) : resolve(blob)),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Takes the calls of the names layer and keeps each text as an element, halo and letters in one. */
class SvgText implements TextContext {
  readonly elements: string[] = [];
  font = '';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'middle';
  lineJoin: CanvasLineJoin = 'round';
  lineWidth = 1;
  strokeStyle: CanvasRenderingContext2D['strokeStyle'] = '';
  fillStyle: CanvasRenderingContext2D['fillStyle'] = '';
  readonly #measure: (text: string, font: string) => number;
  #turned = '';

  constructor(measure: (text: string, font: string) => number) {
    this.#measure = measure;
  }

  measureText(text: string): TextMetrics {
    return { width: this.#measure(text, this.font) } as TextMetrics;
  }

  save(): void {}

  restore(): void {
    this.#turned = '';
  }

  translate(x: number, y: number): void {
    this.#turned = `translate(${round(x)} ${round(y)})`;
  }

  rotate(angle: number): void {
    this.#turned += ` rotate(${round((angle * 180) / Math.PI)})`;
  }

  /** The halo goes below the letters of the same element. */
  strokeText(): void {}

  fillText(text: string, x: number, y: number): void {
    const anchor = this.textAlign === 'center' ? ' text-anchor="middle"' : '';
    const transform = this.#turned === '' ? '' : ` transform="${this.#turned}"`;
    this.elements.push(
      `<text x="${round(x)}" y="${round(y)}" dominant-baseline="central"${anchor}${transform} style="font:${escapeXml(this.font)}" fill="${this.fillStyle}" stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`,
    );
  }
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

/** Text that is only text, and legal in XML 1.0: forbidden characters and lone surrogates become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
