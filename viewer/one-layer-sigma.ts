// Sigma with one layer of WebGL instead of three, and none of its own for texts: lines and dots are drawn into one
// picture, names by their own layer. Each further layer costs its memory, its start and its way to the screen in each frame.
import Sigma from 'sigma';

/** The layer that holds the picture. */
const PICTURE = 'nodes';

/** What Sigma asks of the others, doing nothing. */
const NOTHING = {
  ...{ COLOR_BUFFER_BIT: 0, clear() {}, viewport() {}, bindFramebuffer() {}, blendFunc() {}, getExtension: () => null },
  ...{ clearRect() {}, scale() {} },
};

export class OneLayerSigma extends Sigma {
  override createWebGLContext(id: string, options?: Parameters<Sigma['createWebGLContext']>[1]): WebGLRenderingContext {
    // Nothing is ever picked from the picture (scene-events.ts).
    if (id === PICTURE) return super.createWebGLContext(id, { ...options, picking: false });
    return setAside(this, 'webGLContexts', id, options?.style) as unknown as WebGLRenderingContext;
  }

  override createCanvasContext(id: string, options?: Parameters<Sigma['createCanvasContext']>[1]): this {
    setAside(this, 'canvasContexts', id, options?.style);
    return this;
  }
}

/** The layer's element alone, which Sigma sizes and listens to. Its tables of contexts are declared private. */
function setAside(
  renderer: Sigma,
  table: 'webGLContexts' | 'canvasContexts',
  id: string,
  style: Partial<CSSStyleDeclaration> = {},
): typeof NOTHING {
  renderer.createCanvas(id, { style });
  (renderer as unknown as Record<typeof table, Record<string, typeof NOTHING>>)[table][id] = NOTHING;
  return NOTHING;
}
