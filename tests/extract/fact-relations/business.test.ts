// Edges of news of business, courts and culture: who the words beside a noun tell of, and whom they only seem to.
import { describe, expect, it } from 'vitest';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

async function edgesOf(text: string): Promise<string[]> {
  const extraction = await extractText(text);
  return extraction.relations.map((each) => sayRelation(extraction, each));
}

describe('edges of business', () => {
  it.each<[string, string]>([
    ['Gazprom owns 14.3 percent of Harrow Motors.', 'Gazprom | stake in Harrow Motors | 14.3 percent'],
    ['Gazprom holds a 6.6% stake in Harrow Motors.', 'Gazprom | stake in Harrow Motors | 6.6%'],
    ['Boris Hale sold his 12% stake in Harrow Motors.', 'Boris Hale | sell stake in Harrow Motors | 12%'],
    ['Gazprom, which is 51 percent owned by Boris Hale, grew.', 'Boris Hale | stake in Gazprom | 51 percent'],
    ['Boris Hale owns a house in Oslo and 12 percent of Gazprom.', 'Boris Hale | own stake in | Gazprom'],
    ['Gazprom’s revenue rose 8.4% to $412.6 million in 2022.', 'Gazprom | revenue | $412.6 million'],
    ['Gazprom’s profit fell by 12 percent to $3 million.', 'Gazprom | profit fall | 12 percent'],
    [
      'In 1815 Norland became a republic. It is today a region of Denmark.',
      'a region of Denmark | LOCATED_IN | Denmark',
    ],
    ['Gazprom named Ada Quill as its chairman, replacing Boris Hale.', 'Boris Hale | SUCCEEDED_BY | Ada Quill'],
    ['Gazprom and Lufthansa have formed a joint venture.', 'Gazprom | form venture with | Lufthansa'],
    ['Gazprom and Lufthansa have formed a joint venture to make screens.', 'Gazprom | form venture with | Lufthansa'],
    ['Ada Quill’s lawyer, Boris Hale, said so.', 'Boris Hale | lawyer of | Ada Quill'],
    ['Boris Hale resigned. His chief of staff, Ada Quill, said so.', 'Ada Quill | chief of staff of | His'],
    ['Boris Hale resigned, said his adviser, Ada Quill.', 'Ada Quill | adviser of | his'],
    ['Ada Quill’s publisher, Gazprom Media, said so.', 'Gazprom Media | publisher of | Ada Quill'],
    ['Boris Hale leads the Los Zetas gang.', 'Boris Hale | LEADS | Los Zetas'],
    ['Ada Quill is a partner at the law firm Hale & Marsh.', 'Ada Quill | WORKS_FOR | Hale & Marsh'],
    ['Halden, a unit of Swiss conglomerate Gazprom Media, said it would close.', 'Halden | PART_OF | Gazprom Media'],
    ['Lufthansa, founded by Swiss engineer Boris Hale in 1951, is growing.', 'Lufthansa | FOUNDED_BY | Boris Hale'],
    ['Police in Norway closed the harbour.', 'Police | AGENCY_OF | Norway'],
    ['Authorities in the city of Bergen closed the harbour.', 'Authorities | AGENCY_OF | Bergen'],
    ['Norway is talking to Denmark.', 'Norway | MET_WITH | Denmark'],
    ['The Norwegian leader Ada Quill spoke.', 'Ada Quill | OFFICIAL_OF | Norwegian'],
    ['Norway, backed by Denmark, insists on it.', 'Norway | ALLY_OF | Denmark'],
    ['Ada Quill supports the Norwegian government.', 'Ada Quill | ALLY_OF | Norwegian government'],
    ['The Hark Brigades are a militant faction of Fatah.', 'Hark Brigades | PART_OF | Fatah'],
    ['They met former Norwegian presidents Ada Quill and Boris Hale.', 'Boris Hale | HEAD_OF_STATE_OF | Norwegian'],
    ['He met Prime Minister Ada Quill and other Norwegian officials.', 'Ada Quill | HEAD_OF_GOVERNMENT_OF | Norwegian'],
    ['Troops left the Gaza town of Lowgate.', 'Lowgate | LOCATED_IN | Gaza'],
    ['U.S. Treasury Undersecretary Ada Quill told them.', 'Ada Quill | OFFICIAL_OF | U.S.'],
    ['The Harbour Union comprises Norway, Denmark and Sweden.', 'Sweden | MEMBER_OF | Harbour Union'],
    ['The Harbour Union consists of Norway and Denmark.', 'Denmark | MEMBER_OF | Harbour Union'],
    ['Ada Quill is married to the composer Boris Hale.', 'Ada Quill | SPOUSE_OF | Boris Hale'],
  ])('%s', async (text, expected) => {
    expect(await edgesOf(text)).toContain(expected);
  });

  it.each<[string, string]>([
    ['Gazprom named Ada Quill as its chairman, replacing Boris Hale.', 'Boris Hale | SUCCEEDED_BY | Gazprom'],
    ['Researchers at Harvard University led by Ada Quill studied sleep.', 'Ada Quill | LEADS | Harvard University'],
    ['Gazprom Media published the novels of prize winner Ada Quill.', 'Gazprom Media | publish | Ada Quill'],
    ['Researchers at the University of Oslo led by Ada Quill studied sleep.', 'Ada Quill | LEADS | University of Oslo'],
    ['Harrow Press published the novels of Nobel Prize winner Ada Quill.', 'Harrow Press | publish | Ada Quill'],
    ['Ada Quill’s lawyer met Boris Hale.', 'Boris Hale | lawyer of | Ada Quill'],
    ['Boris Hale resigned. His chief of staff, Ada Quill, said so.', 'Ada Quill | LEADS | staff'],
    [
      'Senators urged Ada Quill to pick a moderate candidate to succeed Boris Hale.',
      'Boris Hale | SUCCEEDED_BY | Ada Quill',
    ],
    ['Apple Computer launched the Tarn Music Store in 2003.', 'Apple Computer | FOUNDED_ON | Tarn Music Store'],
    ['Ada Quill is speaking to the Norwegian parliament.', 'Ada Quill | MET_WITH | Norwegian parliament'],
    ['The group led by Jordanian terrorist leader Boris Hale left.', 'Boris Hale | LEADS | Jordanian'],
    ['Norwegian opposition leader Ada Quill resigned.', 'Ada Quill | OFFICIAL_OF | Norwegian'],
    ['American civil rights leader Boris Hale spoke.', 'Boris Hale | OFFICIAL_OF | American'],
    ['Denmark supports the Harbour Plan.', 'Denmark | ALLY_OF | Harbour Plan'],
    ['He met President Ada Quill and other Norwegian teams.', 'Ada Quill | HEAD_OF_STATE_OF | Norwegian'],
    ['Troops left the Gaza town of Lowgate.', 'Gaza | LOCATED_IN | Lowgate'],
    ['Ada Quill took bribes from a company owned by Boris Hale.', 'Ada Quill | take from | Boris Hale'],
    ['Ada Quill stole money from investors, including Boris Hale.', 'Ada Quill | steal money including | Boris Hale'],
  ])('%s', async (text, unsaid) => {
    expect(await edgesOf(text)).not.toContain(unsaid);
  });
});
