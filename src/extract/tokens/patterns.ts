// What one token may look like, as ordered patterns; the first that matches at a place wins. All are sticky and bounded.

export interface TokenPattern {
  readonly name: string;
  /** Sticky (`y`), matches at least one character, looks ahead a bounded distance. */
  readonly pattern: RegExp;
  /** Only where no letter, digit or sign of the same kind stands before. */
  readonly afterBreak?: boolean;
}

const TOP_DOMAINS =
  'com|org|net|edu|gov|mil|int|info|biz|tv|io|ai|co|uk|us|ca|au|nz|de|fr|it|es|nl|eu|ru|ua|cn|jp|in|ie|ch|at|dk|se|no|fi|pl|br|mx|za|example|test';
const FILE_ENDINGS =
  'docx?|pdf|xlsx?|pptx?|txt|csv|html?|xml|json|jpe?g|png|gif|mp3|mp4|avi|zip|exe|tif|wav|asp|php|wmv|wpd|rtf';

/** Prefixes that EWT and GUM keep on the word after the hyphen; other hyphens part words. */
export const KEPT_PREFIXES =
  'anti|bi|co|counter|cross|de|e|ex|extra|hyper|inter|intra|macro|mega|micro|mid|mini|mis|multi|neo|non|over|pan|para|post|pre|pro|proto|pseudo|psycho|quasi|re|semi|socio|sub|super|supra|trans|tri|ultra|un|uni|vice(?=-versa)';

/** Units that stand apart from a number glued to them. */
const UNITS =
  'mm|cm|km|kms|m|kg|kgs|g|mg|ml|l|lbs?|oz|ft|in|inch|hh|k?hz|mhz|ghz|mph|kph|kmh|am|pm|a\\.m|p\\.m|k|mil|bn|mn|tn|mb|gb|tb|kb|kw|mw|kwh|mwh|watts?|volts?|v|w|hrs?|mins?|secs?|yrs?|ish|x|by|c|f|b';

export const TOKEN_PATTERNS: readonly TokenPattern[] = [
  {
    name: 'url',
    pattern: /(?:(?:https?|ftps?|file):\/\/|www\d?\.)[^\s<>"“”«»]+/iuy,
    afterBreak: true,
  },
  {
    name: 'email',
    pattern: /(?:mailto:)?[\p{L}\p{N}_.%+-]{1,64}@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,253}/iuy,
    afterBreak: true,
  },
  { name: 'handle', pattern: /[@#]\p{L}[\p{L}\p{N}_]{0,100}/uy, afterBreak: true },
  {
    name: 'domain',
    pattern: new RegExp(
      `(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,6}(?:${TOP_DOMAINS})(?![\\p{L}\\p{N}])(?:/[^\\s<>"“”«»]*)?|[\\p{L}\\p{N}_-]{1,80}\\.(?:${FILE_ENDINGS})(?![\\p{L}\\p{N}])`,
      'iuy',
    ),
    afterBreak: true,
  },
  {
    name: 'emoticon',
    pattern:
      /(?:[<>]?[:;=]['’]?[-o^]?(?:[)(\][|*\\]+|[/DPpOoSs3](?![\p{L}\p{N}/]))|[)(][-^]?[:;=](?![\p{L}\p{N}])|<3(?!\d)|\^_+\^|-_+-|[xX]D(?![\p{L}\p{N}]))/uy,
    afterBreak: true,
  },
  {
    name: 'phone',
    pattern: /(?:\d-)?\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|\d{3}-\d{4}(?![\d-])|\d{5}-\d{4}(?![\d-])/uy,
    afterBreak: true,
  },
  { name: 'date', pattern: /\d{1,4}([/-])\d{1,2}\1\d{2,4}(?![\d/-])/uy, afterBreak: true },
  { name: 'decade', pattern: /['’‘]\d\ds(?![\p{L}\p{N}])/uy, afterBreak: true },
  { name: 'ordinal', pattern: /\d[\d,]{0,30}(?:st|nd|rd|th|s)(?![\p{L}\p{N}])/iuy, afterBreak: true },
  {
    name: 'number with unit',
    pattern: new RegExp(`\\d{1,30}(?:[.,:]\\d{1,30}){0,20}(?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'iuy'),
    afterBreak: true,
  },
  { name: 'truncated word', pattern: /(?:[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z]{1,3}|[aeiouyAEOUY])-$/uy, afterBreak: true },
  { name: 'decimal', pattern: /\.\d{1,20}(?![\p{L}\p{N}.])/uy, afterBreak: true },
  { name: 'number', pattern: /\d{1,400}(?:[.,:/]\d{1,400}){1,20}(?![\p{L}])/uy, afterBreak: true },
  { name: 'currency', pattern: /(?:US|U|A|C|NZ|HK|AU|CA|S|R)\$/uy, afterBreak: true },
  {
    name: 'ampersand',
    pattern: /\p{Lu}{1,3}&(?:amp;)?\p{Lu}{1,3}(?![\p{L}\p{N}])|[a-z]&[a-z](?![\p{L}\p{N}])/uy,
    afterBreak: true,
  },
  {
    name: 'acronym',
    pattern: /(?:\p{L}\.){1,8}\p{L}(?![\p{L}\p{N}])|(?:\p{Lu}\p{Ll}{0,2}\.){1,4}\p{Lu}\p{Ll}?(?![\p{L}\p{N}])/uy,
    afterBreak: true,
  },
  {
    name: 'prefixed',
    pattern: new RegExp(`(?:${KEPT_PREFIXES})-[\\p{L}][\\p{L}\\p{M}]{1,60}`, 'iuy'),
    afterBreak: true,
  },
  {
    name: 'elision',
    pattern: /['’‘](?:em|til|till|cause|cuz|bout|round|n|tis|twas|s|re|ve|ll|d|m)(?![\p{L}\p{N}])/iuy,
    afterBreak: true,
  },
  { name: 'word', pattern: /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_\u00ad\u200c\u200d]*(?:['’ʼ`´‘][\p{L}\p{M}\p{N}_]+)*/uy },
  {
    name: 'emoji',
    pattern: /\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\ufe0f|\p{EMod}|\u200d\p{Extended_Pictographic}){0,20}/uy,
  },
  { name: 'exclamation', pattern: /[!?‽]+/uy },
  { name: 'quotes', pattern: /''|``|’’|‘‘/uy },
  { name: 'arrow', pattern: /<[-=]+>?|[-=]+>+|<<+|>>+/uy },
  { name: 'repeated', pattern: /[-=*_~]{3,1000}|([.\-*=_~+#|^•·$/\\])\1+/uy },
  { name: 'any', pattern: /[\s\S]\p{M}*/uy },
];
