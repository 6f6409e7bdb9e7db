// An edge program that draws dashes: Sigma's rectangle edges with the distance along the edge carried to each pixel.
import { EdgeRectangleProgram } from 'sigma/rendering';

const DASH_PIXELS = '6.0';

/** Same buffers as the rectangle program; only the shaders differ. */
export class DashedEdgeProgram extends EdgeRectangleProgram {
  override getDefinition() {
    const definition = super.getDefinition();
    return {
      ...definition,
      VERTEX_SHADER_SOURCE: definition.VERTEX_SHADER_SOURCE.replace(
        'void main() {',
        'varying float v_along;\nvoid main() {\n  v_along = a_positionCoef * length(a_positionEnd - a_positionStart) * u_sizeRatio / u_correctionRatio;',
      ),
      FRAGMENT_SHADER_SOURCE: definition.FRAGMENT_SHADER_SOURCE.replace(
        'void main(void) {',
        `varying float v_along;\nvoid main(void) {\n  #ifndef PICKING_MODE\n  if (mod(v_along, 2.0 * ${DASH_PIXELS}) > ${DASH_PIXELS}) discard;\n  #endif`,
      ),
    };
  }
}
