// Lines of any width: the shaders of Sigma's rectangles, with each corner in the rows and the way along the line carried to
// each pixel, for dashes. Sigma draws a rectangle as an instance of its own, which software renderers take four times as
// long for as for so many corners.
import { EdgeRectangleProgram } from 'sigma/rendering';
import { DASH } from './batch.ts';

const DASH_LENGTH = DASH.toFixed(1);

/** Rows as `Batch.line` fills them (batch.ts). */
export class WideLineProgram extends EdgeRectangleProgram {
  override getDefinition() {
    const { CONSTANT_ATTRIBUTES, CONSTANT_DATA, ...definition } = super.getDefinition();
    const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;
    const own = {
      ...definition,
      ATTRIBUTES: [
        { name: 'a_positionStart', size: 2, type: FLOAT },
        { name: 'a_normal', size: 2, type: FLOAT },
        { name: 'a_along', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      VERTEX_SHADER_SOURCE: definition.VERTEX_SHADER_SOURCE.replace('a_normal * a_normalCoef', 'a_normal')
        .replace('a_positionStart * (1.0 - a_positionCoef) + a_positionEnd * a_positionCoef', 'a_positionStart')
        .replace(
          'void main() {',
          'attribute float a_along;\nvarying float v_along;\nvoid main() {\n  v_along = a_along * u_sizeRatio / u_correctionRatio;',
        ),
      FRAGMENT_SHADER_SOURCE: definition.FRAGMENT_SHADER_SOURCE.replace(
        'void main(void) {',
        `varying float v_along;\nvoid main(void) {\n  if (mod(v_along, 2.0 * ${DASH_LENGTH}) > ${DASH_LENGTH}) discard;`,
      ),
    };
    // Sigma's type promises what an instance has; its code asks whether it is there.
    return own as typeof own & ReturnType<EdgeRectangleProgram['getDefinition']>;
  }
}
