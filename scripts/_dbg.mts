import { extractText, sayRelation } from '../tests/helpers/extract-text.ts';
import { readFileSync } from 'node:fs';
const full=readFileSync('/tmp/k3/in/council.txt','utf8');
const e=await extractText(full); for (const r of e.relations) console.log('  R',sayRelation(e,r), r.by);
for (const t of ['The council voted 21 to 14 on Tuesday to sell it.','It fell from 21 to 14 on Tuesday.','They won 3-2 on Friday.','The bill passed 51 to 49 in March.','The talks last from 3 to 5 May.','He served from June 3 to 9.']) { const x=await extractText(t); console.log(t, x.mentions.filter(m=>m.type==='Time'||m.type==='Quantity').map(m=>m.type+':'+t.slice(m.start,m.end)+'='+JSON.stringify(m.literal?.value)).join('; ')); }
