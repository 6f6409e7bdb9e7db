// Programs of Sigma that draw a whole batch: its shaders, buffers and frames, with rows that come from columns instead of
// one call for each node and edge.
import type Sigma from 'sigma';
import type { NodeProgramType, Program, ProgramDefinition, ProgramInfo } from 'sigma/rendering';
import { EdgeLineProgram, NodeCircleProgram, NodePointProgram } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { Batch } from './batch.ts';
import { WideLineProgram } from './wide-line.ts';

type Context = WebGLRenderingContext | WebGL2RenderingContext;
type Base = new (gl: Context, picking: WebGLFramebuffer | null, renderer: Sigma) => unknown;

/** Discs: smooth circles, and points that are quicker where there are many. */
export const circlesOf = (batch: Batch): NodeProgramType => drawBatch(NodeCircleProgram, batch);
export const pointsOf = (batch: Batch): NodeProgramType => drawBatch(NodePointProgram, batch);
export const linesOf = (batch: Batch): NodeProgramType => drawBatch(WideLineProgram, batch, waitsForRest);
export const thinLinesOf = (batch: Batch): NodeProgramType => drawBatch(EdgeLineProgram, batch, waitsForRest);

/** What Sigma asks of a program, doing nothing: for the corners of the picture, and for hovers, which our names show. */
export class NothingProgram {
  drawLabel = undefined;
  drawHover = undefined;
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(_params: RenderParams): void {}
}

/** As Sigma tells that its picture moves: then it draws no edges, where the setting says so. */
function waitsForRest(renderer: Sigma): boolean {
  if (!renderer.getSetting('hideEdgesOnMove')) return false;
  const { isMoving, draggedEvents, currentWheelDirection } = renderer.getMouseCaptor();
  return renderer.getCamera().isAnimated() || isMoving || draggedEvents > 0 || currentWheelDirection !== 0;
}

/** All are programs of nodes, which Sigma draws into one layer in the order in which it is given them. */
function drawBatch(Drawn: Base, batch: Batch, waits: (renderer: Sigma) => boolean = () => false): NodeProgramType {
  return class extends (Drawn as unknown as typeof DrawnProgram) {
    readonly #renderer: Sigma;
    #sent = -1;

    /** Without the second drawing for picking: scene-events.ts picks by distance. */
    constructor(gl: Context, _picking: WebGLFramebuffer | null, renderer: Sigma) {
      super(gl, null, renderer);
      this.#renderer = renderer;
    }

    /** Sigma counts the nodes of its graph here; a batch has its own count. */
    override reallocate(): void {}

    override hasNothingToRender(): boolean {
      return batch.count === 0 || waits(this.#renderer);
    }

    override render(params: RenderParams): void {
      this.capacity = batch.count;
      this.verticesCount = batch.count * this.VERTICES;
      super.render(params);
    }

    /** As Sigma does it, but rows that have not changed are not sent again. */
    protected override bindProgram(program: ProgramInfo): void {
      const { gl, buffer, constantBuffer } = program;
      if (this.isInstanced) {
        gl.bindBuffer(gl.ARRAY_BUFFER, constantBuffer);
        let offset = 0;
        for (const each of this.CONSTANT_ATTRIBUTES) offset += this.bindAttribute(each, program, offset, false);
        gl.bufferData(gl.ARRAY_BUFFER, this.constantArray, gl.STATIC_DRAW);
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      let offset = 0;
      for (const each of this.ATTRIBUTES) offset += this.bindAttribute(each, program, offset, this.isInstanced);
      if (this.#sent !== batch.version) gl.bufferData(gl.ARRAY_BUFFER, batch.numbers, gl.DYNAMIC_DRAW);
      this.#sent = batch.version;
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
    }
  } as unknown as NodeProgramType;
}

/** Any of Sigma's programs, for the type alone: all that differs between them is of no interest here. */
declare class DrawnProgram extends Program {
  override getDefinition(): ProgramDefinition;
  override setUniforms(params: RenderParams, program: ProgramInfo): void;
}
