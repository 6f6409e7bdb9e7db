#!/usr/bin/env python3
"""Counts names in annotated corpora and writes data/lexicon/{first-names,common-surnames,gazetteer,country-ids}.json.

    python3 scripts/lexicon/count-names.py CORPORA data/lexicon

CORPORA holds *.jsonl.gz files in the format of the training corpora, and mapping.json. Only train files are read.
A first name must stand before three different surnames, a common surname behind three different first names; a place or
organisation must be named in three documents and be of that type nine times in ten; a country's Wikidata id must be the most frequent link of its name. Names of persons are
not kept, only their parts, so that no text is favoured.
"""
import collections
import glob
import gzip
import json
import os
import subprocess
import sys

TITLES = set("""President Minister Prime General Senator Vice Secretary The Foreign King Doctor Deputy Captain Brigadier Bishop Black
Queen Prince Princess Sir Lord Lady Saint St Pope Dr Mr Mrs Ms Rev Reverend Colonel Lieutenant Major Sergeant Admiral Judge Justice Chief
Chairman Chancellor Governor Mayor Ambassador Cardinal Archbishop Emperor Count Duke Baron Sheikh Ayatollah Imam Sultan Emir Congressman
Congresswoman Representative Attorney Premier Professor Coach Director Commander Marshal Private Officer Father Mother Brother Sister Uncle
Interior Defense Defence Finance Opposition Former Army Police State Home Trade White Crown Grand Mullah Ayatollah Supreme Republican
Democrat Democratic Commissioner Inspector Speaker Leader Lawmaker Spokesman Spokeswoman Energy Health Justice Information Rebel Top
British American Russian French German Israeli Iraqi Iranian Pakistani Chinese Palestinian Venezuelan Cuban Bolivian Ukrainian Afghan
Indian Japanese Cabinet Treasury Economy Education Environment Oil House Senate Congress Air Navy Field Cricket Australian Canadian Mexican
Maoist Shiite Sunni Kurdish Communist Christian Jewish Muslim Islamic Saudi Lebanese Syrian Somali Sudanese Turkish Polish Rice
New Red Special Storm Sun Western Will Miss Madame Said Empress Countess Jihad Art Sher Mae Dick
Al Van De La Le El San Santa Los Las Du Von Da Des Der Den And Of""".split())


def read(folder, name):
    mapping = json.load(open(os.path.join(folder, "mapping.json")))["sources"]
    with gzip.open(os.path.join(folder, name), "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            yield document, mapping[document["source"]]["entities"]


def main(folder, out):
    surnames, documents, types = (collections.defaultdict(factory) for factory in (set, set, collections.Counter))
    links = collections.defaultdict(collections.Counter)
    for path in sorted(glob.glob(os.path.join(folder, "*-train.jsonl.gz"))):
        name = os.path.basename(path)
        if name.startswith(("litbank", "wnut17", "btc", "knowledgenet")):
            continue
        for document, mapping in read(folder, name):
            for mention in document.get("mentions", []):
                if mention.get("kind") not in ("name", "unknown"):
                    continue
                surface = document["text"][mention["start"] : mention["end"]]
                if not surface[:1].isupper() or "\n" in surface:
                    continue
                kind = mapping.get(mention["type"])
                types[surface][kind] += 1
                documents[surface].add(document["id"])
                words = surface.split()
                if kind == "Person" and len(words) >= 2:
                    surnames[words[0]].add(words[-1])
                entity = mention.get("entity")
                link = document["entities"][entity].get("wikidata") if entity is not None and document.get("entities") else None
                if link:
                    links[surface][link] += 1
    names = write_first_names(surnames, types, out)
    write_surnames(surnames, names, out)
    write_gazetteer(documents, types, out)
    write_country_ids(links, out)


def write_first_names(surnames, types, out):
    names = sorted(
        word
        for word, seen in surnames.items()
        if len(seen) >= 3 and word.isalpha() and len(word) > 2 and not word.isupper() and word not in TITLES
        and types[word]["Place"] + types[word]["Organization"] <= 2 * types[word]["Person"] + 2
    )
    save(out, "first-names.json", {"about": "Words that stand before three or more surnames in the open training corpora.", "names": names})
    return names


def write_surnames(surnames, first_names, out):
    """Surnames that many bear: a full name made of one and a usual first name does not tell who is meant."""
    bearers = collections.Counter(surname for first in first_names for surname in surnames[first])
    names = sorted(name for name, count in bearers.items() if count >= 3 and name.isalpha() and len(name) > 2 and name[1:].islower() and name not in TITLES)
    about = "Last words of the names of persons met behind three or more first names in the open training corpora."
    save(out, "common-surnames.json", {"about": about, "names": names})


def write_gazetteer(documents, types, out):
    lists = {"Place": [], "Organization": []}
    for surface, seen in documents.items():
        kind, count = types[surface].most_common(1)[0]
        agreed = len(seen) >= 3 and kind in lists and count >= 0.9 * sum(types[surface].values())
        sources = {document.split("-")[0] for document in seen}
        trusted = surface.isupper() or len(seen) >= 8 or len(surface.split()) > 1 and kind == "Place" or sources != {"gmb"}
        if agreed and trusted and is_whole_name(surface, kind):
            lists[kind].append(surface)
    about = "Names of places and organisations met in three or more documents of the open training corpora."
    save(out, "gazetteer.json", {"about": about, "places": sorted(lists["Place"]), "organizations": sorted(lists["Organization"])})


def is_whole_name(surface, kind):
    """Silver annotation cuts names and joins neighbours: leave out what looks cut, joined, or too general."""
    words = surface.split()
    if len(surface) < 3 or words[0] in ("The", "A", "American") or (words[0] == "State" and words[1:] != ["Department"]) or words[-1] in ("of", "and", "for", "the") or "'s" in surface:
        return False
    if any(word in NO_NAME or word in TITLES - PLACE_WORDS for word in words[:1] if len(words) == 1) or " and " in surface:
        return False
    if kind == "Place":
        return len(words) > 1 or surface.isalpha()
    return surface.isupper() or not any(word in TITLES - ORGANIZATION_WORDS for word in words)


NO_NAME = set("""Bay Central City Downtown East Great Gulf Hit Interior North South West Earth Mars Martian Northern Southern Western Eastern
Alzheimer Alliance Allied Athletics Association Army Bank Baptist Catholics Center Christian Civil Commerce Commission Committee Continental
Conservative Council Court Defense Delta Democratic Department Eagle Fund Government Group Hindus House Independent Information Justice
Kingdom Labor Labour League Liberal Ministry Movement Mullah Nationalist Observer Office Open Party Pirates Post Prophet Protestant Royal
Service Services Spirit State Republican Transportation United Union Sikh Kurd Uighur Lent Jets Falcons Fascist Confederate""".split())
PLACE_WORDS = set("San Santa Los Las El La Le Saint St".split())
ORGANIZATION_WORDS = set("""Foreign Prime Interior Defense Defence Finance Police Army State Home Trade White Senate House Congress Air Navy Field
Republican Democrat Democratic Energy Health Justice Information Treasury Economy Education Environment Oil Communist Christian Islamic
Muslim Of And Black Supreme Crown Grand Cricket""".split())


# Here the most frequent link is a team, an island or a historical state, not the country of today.
ODD_LINKS = {"BEL", "PAN", "IRL", "TUN"}


def write_country_ids(links, out):
    countries = json.loads(
        subprocess.run(
            ["node", "-e", "console.log(JSON.stringify(require('world-countries').map(c=>[c.cca3,[c.name.common,...c.altSpellings]])))"],
            check=True, capture_output=True, text=True,
        ).stdout
    )
    ids = {}
    for code, names in countries:
        votes = collections.Counter()
        for name in names[:1] or names:
            votes.update(links.get(name, {}))
        for name in names[1:] if not votes else []:
            if len(name) > 3:
                votes.update(links.get(name, {}))
        if votes and votes.most_common(1)[0][1] >= 2 and code not in ODD_LINKS:
            ids[code] = "wikidata:" + votes.most_common(1)[0][0]
    about = "Wikidata items of countries by ISO 3166-1 alpha-3 code, as linked in the open training corpora."
    save(out, "country-ids.json", {"about": about, "ids": ids})


def save(out, name, value):
    with open(os.path.join(out, name), "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=0)
        file.write("\n")


main(*sys.argv[1:3])
