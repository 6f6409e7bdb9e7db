// Mail (RFC 5322 and MIME) through postal-mime: the subject is the title, the sender author and publisher.
import PostalMime, { type Email } from 'postal-mime';
import type { Reader } from '../model/reader.ts';
import { readHtml } from './html.ts';
import { type Fields, makeDocument, makeNote, NO_FIELDS, oneDocument, oneFailure } from './make-document.ts';
import { layOutText } from './plain-text.ts';

const MAX_NESTING = 20;

export const mailReader: Reader = {
  name: 'mail',
  mediaTypes: ['message/rfc822'],
  extensions: ['.eml'],
  async read(file) {
    const email = await parseMail(file.bytes);
    const text = email?.text ?? '';
    if (email === null || (text.trim() === '' && !email.html) || email.headers.length === 0)
      return oneFailure(
        file.source,
        `read: expected a mail with headers and a text in ${file.source}, found neither`,
        'Save the mail again as .eml from the mail program, or save its text as .txt.',
      );
    const fields = toMailFields(email);
    const layout =
      text.trim() === '' ? readHtml(email.html ?? '', { isPage: false }).layout : layOutText(text, fields.title);
    const left = email.attachments.length;
    const notes =
      left === 0 ? [] : [makeNote('info', 'attachments', `${left} attachment(s) of the mail were not read.`)];
    return oneDocument(makeDocument(file, 'message/rfc822', fields, { ...layout, notes: [...layout.notes, ...notes] }));
  },
};

async function parseMail(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MAX_NESTING });
  } catch {
    return null; // postal-mime throws only for what the bytes hold; the caller turns it into a failure
  }
}

function toMailFields(email: Email): Fields {
  const sender = email.from;
  const address = sender?.address ?? '';
  const domain = address.includes('@') ? address.slice(address.lastIndexOf('@') + 1) : null;
  const date = email.headers.find((header) => header.key === 'date')?.value ?? null;
  return {
    ...NO_FIELDS,
    title: email.subject ?? null,
    author: sender?.name || null,
    publisher: domain,
    published: date,
  };
}
