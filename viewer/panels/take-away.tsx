// What can be taken away of the view: a picture, the data behind it, a link that restores it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CanvasElement } from '../connect-scene.ts';
import { words } from '../language.ts';
import type { Store } from '../store.ts';
import { FORMATS, type Format } from '../take-away/formats.ts';
import { saveFile, savePicture } from '../take-away/save.ts';
import { makeShownGraph, shownClaims } from '../take-away/shown-graph.ts';
import { readTheme } from '../theme.ts';
import { withCamera } from '../url-codec.ts';

const PICTURES = ['png', 'svg'] as const;

export function TakeAway({ store }: { store: Store }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [said, say] = useState('');
  useCloseOutside(menu);
  const told = words().take;
  const name = store.facts.payload.title.replace(/\.stemma$/, '');
  /** Says what came of it; the menu stays open, so that several files can be taken. */
  const run = (work: () => Promise<string>): void => {
    say('…');
    work().then(say, (error: unknown) => say(error instanceof Error ? error.message : String(error)));
  };
  const picture = async (format: (typeof PICTURES)[number]): Promise<string> => {
    const drawing = sceneOf()?.drawing();
    if (drawing === undefined) return words().picture.noWebGl;
    await savePicture(drawing, format, readTheme().palette.background, name);
    return told.saved(`${name}.${format}`);
  };
  const data = async (format: Format): Promise<string> => {
    saveFile(new Blob([format.write(await collect(store))], { type: format.mediaType }), `${name}.${format.name}`);
    return told.saved(`${name}.${format.name}`);
  };
  const link = async (): Promise<string> => {
    const camera = sceneOf()?.camera() ?? null;
    await copyText(camera === null ? location.href : withCamera(location.href, camera));
    return told.linkCopied;
  };
  return (
    <details class="take" ref={menu}>
      <summary class="button">{told.title}</summary>
      <div class="menu">
        <p class="quiet">{told.shown}</p>
        <Group title={told.pictures}>
          {PICTURES.map((format) => (
            <Item key={format} format={format} onClick={() => run(() => picture(format))} />
          ))}
        </Group>
        <Group title={told.data}>
          {FORMATS.map((format) => (
            <Item key={format.name} format={format.name} onClick={() => run(() => data(format))} />
          ))}
        </Group>
        <button type="button" class="button" onClick={() => run(link)}>
          {told.copyLink}
        </button>
        <p role="status">{said}</p>
      </div>
    </details>
  );
}

function Group({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Item({ format, onClick }: { format: string; onClick: () => void }) {
  const label = format === 'graphml' ? 'GraphML' : format.toUpperCase();
  return (
    <button type="button" class="row" onClick={onClick}>
      <span class="name">{label}</span>
      <span class="quiet">{words().take.formats[format]}</span>
    </button>
  );
}

function sceneOf(): CanvasElement['scene'] {
  return document.querySelector<CanvasElement>('.stage')?.scene;
}

async function collect({ facts, shown, source }: Store) {
  const { id } = facts.payload.claims;
  const ids = shownClaims(shown.value).map((claim) => id[claim] ?? '');
  const claims = new Map((await source.claims(ids)).map((claim) => [claim.id, claim.evidence]));
  const scene = sceneOf();
  return makeShownGraph(
    facts,
    shown.value,
    (claim) => claims.get(claim) ?? [],
    (entity) => scene?.position(entity) ?? null,
  );
}

/** @throws what a person should read where the browser forbids it */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    throw new Error(words().table.notCopied);
  }
}

function useCloseOutside(menu: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const close = (event: Event): void => {
      const inside = event.target instanceof Node && menu.current?.contains(event.target) === true;
      if (menu.current !== null && !inside) menu.current.open = false;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || menu.current?.open !== true) return;
      menu.current.open = false;
      menu.current.querySelector('summary')?.focus();
      event.preventDefault();
    };
    addEventListener('pointerdown', close);
    // Before the keys of the page, which would take Escape for a step back.
    document.addEventListener('keydown', onKey);
    return () => {
      removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', onKey);
    };
  }, [menu]);
}
