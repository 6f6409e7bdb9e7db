// Characters for the texts of properties.
import fc from 'fast-check';

const SURROGATES = 0x800;
const FIRST_SURROGATE = 0xd800;

/**
 * The unit of a string of any characters, halves of pairs left out, the plain ones often: `fc.string({ unit: anyCharacter })`.
 * The unit `binary` of fast-check first lays a table of all 1.1 million, which takes a second of each process.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(...[0x7f, 0xffff - SURROGATES, 0x10ffff - SURROGATES].map((max) => fc.integer({ min: 0, max })))
  .map((place) => String.fromCodePoint(place < FIRST_SURROGATE ? place : place + SURROGATES));
