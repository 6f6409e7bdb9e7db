// Who bears which names: the members of each block node, brought up to date, and the components that nodes form.
import type { BlockNodes } from './block-nodes.ts';
import { compareText } from './fold.ts';
import type { BlockNode, Profile } from './profile.ts';
import type { Member, Reading } from './reading.ts';
import { type Change, updateSorted } from './sorted-list.ts';

/** The units that bear one set of names. */
export interface Bearers<Decided> {
  readonly node: BlockNode;
  /** In the order of the documents. */
  members: readonly Member[];
  /** True until what was decided of them is decided anew. */
  isChanged: boolean;
  decided: Decided | null;
}

export interface MemberIndex<Decided> {
  /** Takes in what came, takes out what left. What was decided of names that nobody bears any more is given back. */
  update(change: Change<Reading>): readonly Decided[];
  bearersOf(member: Member): Bearers<Decided>;
  /** The bearers that could meet, once the pairs of members are joined too; in no order. */
  components(joined: readonly (readonly [Member, Member])[]): readonly (readonly Bearers<Decided>[])[];
}

interface Listed<Decided> extends Bearers<Decided> {
  arriving: Member[];
  leaving: Member[];
}

export function makeMemberIndex<Decided>(nodes: BlockNodes): MemberIndex<Decided> {
  const byNode: (Listed<Decided> | undefined)[] = [];
  // A unit without a name is alone, unless its text or a person joins it with another.
  const bare = new Map<Member, BlockNode>();
  const stated = new Map<Reading, readonly (readonly [Member, Member])[]>();
  const nodeOf = (member: Member): BlockNode => {
    const own = profileOf(member).node ?? bare.get(member) ?? nodes.makeBare();
    if (profileOf(member).node === null) bare.set(member, own);
    return own;
  };
  const listed = (member: Member): Listed<Decided> => {
    const node = nodeOf(member);
    const known = byNode[node.index];
    if (known !== undefined) return known;
    const made = { node, members: NOBODY, isChanged: true, decided: null, arriving: [], leaving: [] };
    byNode[node.index] = made;
    return made;
  };
  const settle = (bearers: Listed<Decided>): void => {
    bearers.members = updateSorted(bearers.members, bearers.leaving, bearers.arriving, bySeat);
    bearers.isChanged = true;
    bearers.arriving = [];
    bearers.leaving = [];
    if (bearers.members.length === 0) byNode[bearers.node.index] = undefined;
  };

  return {
    bearersOf: listed,
    update: ({ came, left }) => {
      const touched = new Set<Listed<Decided>>();
      const touch = (member: Member, how: 'arriving' | 'leaving'): void => {
        const bearers = listed(member);
        bearers[how].push(member);
        touched.add(bearers);
      };
      for (const reading of left) {
        for (const member of reading.members) touch(member, 'leaving');
        stated.delete(reading);
      }
      for (const reading of came) {
        for (const member of reading.members) touch(member, 'arriving');
        if (reading.stated.length > 0) stated.set(reading, pairsStated(reading));
      }
      for (const bearers of touched) settle(bearers);
      for (const reading of left) for (const member of reading.members) bare.delete(member);
      return [...touched].flatMap(({ members, decided }) => (members.length === 0 && decided ? [decided] : []));
    },
    components: (joined) => {
      const used = byNode.filter((bearers) => bearers !== undefined);
      const links = [...stated.values(), joined].flatMap((pairs) =>
        pairs.map(([one, other]) => [nodeOf(one), nodeOf(other)] as const),
      );
      const componentOf = nodes.components(
        used.map(({ node }) => node),
        links,
      );
      const components = new Map<number, Bearers<Decided>[]>();
      for (const bearers of used) {
        const component = componentOf(bearers.node);
        const known = components.get(component);
        if (known) known.push(bearers);
        else components.set(component, [bearers]);
      }
      return [...components.values()];
    },
  };
}

const NOBODY: readonly Member[] = [];

const profileOf = ({ reading, place }: Member): Profile => reading.profiles[place] as Profile;

function pairsStated({ stated, members }: Reading): (readonly [Member, Member])[] {
  return stated.map(({ left, right }) => [members[left] as Member, members[right] as Member]);
}

/** By document, and inside it in reading order. */
export function bySeat(left: Member, right: Member): number {
  return compareText(left.document, right.document) || left.place - right.place;
}
