// The picture in a browser without a graphics card: its stand-in takes far longer for a line than the page itself,
// and the page waits for it. So the page paints the batches in slices, hands over the finished pixels, and shows the last
// finished picture, moved with the camera, until the next one is.
import type Sigma from 'sigma';
import type { NodeProgramType } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import { NothingProgram } from './batch-programs.ts';
import { type Batches, paintBatches, type Sight } from './paint-batches.ts';
import { Raster } from './raster.ts';
import { finish, finishInSlices, type Work } from './slices.ts';

/** True until the picture that is asked for is on the screen. */
export interface Progress {
  isPainting: boolean;
}

/** What the browsers call the renderers that draw with the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|swrast|software|basic render/i;

export function drawsInSoftware(gl: WebGLRenderingContext | WebGL2RenderingContext): gl is WebGL2RenderingContext {
  const told = gl.getExtension('WEBGL_debug_renderer_info');
  const name = gl.getParameter(told === null ? gl.RENDERER : told.UNMASKED_RENDERER_WEBGL);
  return gl instanceof WebGL2RenderingContext && SOFTWARE.test(String(name));
}

/** A program of Sigma that paints the batches where the browser has no graphics card, else the program given. */
export function paintedOf(batches: Batches, progress: Progress, Otherwise: NodeProgramType): NodeProgramType {
  return class extends NothingProgram {
    readonly #program: { render(params: RenderParams): void; kill(): void };

    /** Only here the context is known. */
    constructor(gl: WebGLRenderingContext, picking: WebGLFramebuffer | null, renderer: Sigma) {
      super();
      this.#program = drawsInSoftware(gl)
        ? new SoftwarePicture(gl, renderer, batches, progress)
        : new Otherwise(gl, picking, renderer);
    }

    override render(params: RenderParams): void {
      this.#program.render(params);
    }

    override kill(): void {
      this.#program.kill();
    }
  } as unknown as NodeProgramType;
}

class SoftwarePicture {
  readonly #gl: WebGL2RenderingContext;
  readonly #renderer: Sigma;
  readonly #batches: Batches;
  readonly #progress: Progress;
  readonly #texture: WebGLTexture;
  readonly #framebuffer: WebGLFramebuffer;
  /** How the finished picture was seen, and of which rows it was made; null before there is one. */
  #shown: Sight | null = null;
  #raster = new Raster(0, 0);
  #isClosed = false;

  constructor(gl: WebGL2RenderingContext, renderer: Sigma, batches: Batches, progress: Progress) {
    this.#gl = gl;
    this.#renderer = renderer;
    this.#batches = batches;
    this.#progress = progress;
    this.#texture = gl.createTexture();
    this.#framebuffer = gl.createFramebuffer();
  }

  /** Sigma has emptied its canvas before. */
  render(params: RenderParams): void {
    const { thin, lines, dots } = this.#batches;
    if (thin.count + lines.count + dots.count === 0) {
      this.#shown = null;
      return;
    }
    const sight = this.#see(params);
    if (this.#shown === null && !this.#progress.isPainting) {
      // Nothing else is to be done while there is no picture yet.
      finish(this.#paint(sight));
      this.#keep(sight);
    }
    if (this.#shown !== null) this.#present(this.#shown, sight);
    if (this.#shown !== null && isSame(this.#shown, sight)) return;
    if (this.#progress.isPainting) return;
    this.#progress.isPainting = true;
    void this.#repaint(sight);
  }

  kill(): void {
    this.#isClosed = true;
  }

  /** What comes meanwhile is painted after it, so that a picture that keeps changing is seen to change. */
  async #repaint(sight: Sight): Promise<void> {
    await finishInSlices(this.#paint(sight), () => !this.#isClosed);
    this.#progress.isPainting = false;
    if (this.#isClosed || this.#gl.isContextLost()) return;
    this.#keep(sight);
    this.#renderer.scheduleRender();
  }

  #see({ matrix, sizeRatio, pixelRatio }: RenderParams): Sight {
    const { drawingBufferWidth: width, drawingBufferHeight: height } = this.#gl;
    const { thin, lines, dots } = this.#batches;
    // The camera never turns: a column of Sigma's matrix each.
    const [a = 1, , , , d = 1, , x = 0, y = 0] = matrix;
    return {
      ...{
        width,
        height,
        pixelRatio,
        size: 1 / sizeRatio,
        version: `${thin.version} ${lines.version} ${dots.version}`,
      },
      ...{
        scaleX: (a * width) / 2,
        scaleY: (d * height) / 2,
        left: ((1 + x) * width) / 2,
        bottom: ((1 + y) * height) / 2,
      },
    };
  }

  *#paint(sight: Sight): Work<void> {
    const { width, height } = sight;
    if (this.#raster.width !== width || this.#raster.height !== height) this.#raster = new Raster(width, height);
    else this.#raster.pixels.fill(0);
    yield* paintBatches(this.#raster, this.#batches, sight);
  }

  #keep(sight: Sight): void {
    const gl = this.#gl;
    const { width, height, pixels } = this.#raster;
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.texImage2D(
      gl.TEXTURE_2D,
      0,
      gl.RGBA8,
      width,
      height,
      0,
      gl.RGBA,
      gl.UNSIGNED_BYTE,
      new Uint8Array(pixels.buffer),
    );
    this.#shown = sight;
  }

  #present(from: Sight, to: Sight): void {
    const gl = this.#gl;
    const [x, y] = [to.scaleX / from.scaleX, to.scaleY / from.scaleY];
    const [left, bottom] = [to.left - from.left * x, to.bottom - from.bottom * y];
    const corners = [left, bottom, left + from.width * x, bottom + from.height * y].map(Math.round);
    const [toLeft = 0, toBottom = 0, toRight = 0, toTop = 0] = corners;
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, this.#framebuffer);
    gl.framebufferTexture2D(gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.#texture, 0);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(
      ...([0, 0, from.width, from.height, toLeft, toBottom, toRight, toTop] as const),
      ...([gl.COLOR_BUFFER_BIT, x === 1 && y === 1 ? gl.NEAREST : gl.LINEAR] as const),
    );
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }
}

function isSame(one: Sight, other: Sight): boolean {
  return (Object.keys(one) as (keyof Sight)[]).every((name) => one[name] === other[name]);
}
