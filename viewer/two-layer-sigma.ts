// Sigma with two layers of WebGL instead of three: what is under the pointer is painted by the names layer, and a third
// context costs its memory and its way to the screen in every frame.
import Sigma from 'sigma';

/** The layer that Sigma keeps for hovered nodes. */
const UNUSED = 'hoverNodes';

/** What Sigma asks of that layer, doing nothing. */
const NOTHING = { COLOR_BUFFER_BIT: 0, clear() {}, viewport() {}, getExtension: () => null };

export class TwoLayerSigma extends Sigma {
  override createWebGLContext(id: string, options?: Parameters<Sigma['createWebGLContext']>[1]): WebGLRenderingContext {
    if (id !== UNUSED) return super.createWebGLContext(id, options);
    const nothing = NOTHING as unknown as WebGLRenderingContext;
    // Sigma sizes and removes its layers by this table, which it declares private.
    const layers = this as unknown as { webGLContexts: Record<string, WebGLRenderingContext> };
    this.createCanvas(id);
    layers.webGLContexts[id] = nothing;
    return nothing;
  }
}
