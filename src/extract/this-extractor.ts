// The version of this program's extractor: apart from the steps, since threads that only extract need not hash the weights.
import { STEPS } from './extract-document.ts';
import { makeExtractorVersion } from './extractor-version.ts';

/** Changes with the code, the weights and the tables of any step; what was extracted under another version is read again. */
export const EXTRACTOR_VERSION = makeExtractorVersion(STEPS);
