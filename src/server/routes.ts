// Every address the server answers, and the one place where its errors become JSON.
import { Hono } from 'hono';
import { KnownError } from '../errors.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { ClaimId, DocumentId, EntityId } from '../model/id.ts';
import { makeClaimPayload } from './claim-payload.ts';
import { type Desk, makeDecisionRoutes } from './decision-routes.ts';
import { makeDocumentPayload } from './document-payload.ts';
import { type DecisionIndex, indexDecisions, makeEntityPayload } from './entity-payload.ts';
import { guard } from './guard.ts';
import type { ErrorPayload } from './payload.ts';
import { makePictureRoutes } from './picture-routes.ts';
import { searchView } from './search-view.ts';
import type { ViewerFile } from './viewer-files.ts';

const MAX_QUERY = 200;
const MAX_HITS = 100;
/** Claims in one answer at most. */
const MAX_CLAIMS = 200;

/** What a known trouble is in HTTP; all others are a refusal. */
const STATUS: Readonly<Record<string, 404 | 409>> = { 'not-found': 404, 'graph-busy': 409 };

export interface Site {
  readonly view: GraphView;
  /** Name of the graph for people. */
  readonly title: string;
  readonly files: ReadonlyMap<string, ViewerFile>;
  /** `name:port` values of the Host header that are ours. */
  readonly hosts: () => ReadonlySet<string>;
  /** Where a person decides about the names of this graph; null where the graph lies in no file. */
  readonly desk?: (Pick<Desk, 'path' | 'change'> & { reopen(): GraphView }) | null;
}

/** The application; `/` and the built files beside `/api/…`. */
export function makeRoutes({ view: first, title, files, hosts, desk: file = null }: Site): Hono {
  const app = new Hono();
  let view = first;
  let decisions: DecisionIndex | null = null;
  const desk: Desk | null = file && {
    ...{ path: file.path, change: file.change },
    renew: () => {
      view = file.reopen();
      decisions = null;
    },
  };
  app.use(guard(hosts));
  app.use('/api/*', async (context, next) => {
    context.header('cache-control', 'no-store');
    await next();
  });
  app.route(
    '/api',
    makePictureRoutes(() => view, title),
  );
  app.get('/api/claims/:id', (context) => {
    const claim = view.claim(context.req.param('id') as ClaimId);
    return context.json(makeClaimPayload(view, claim ?? missing('claim', context.req.param('id'))));
  });
  app.get('/api/claims', (context) => {
    const ids = (context.req.query('ids') ?? '').split(',').slice(0, MAX_CLAIMS);
    const claims = ids.flatMap((id) => view.claim(id as ClaimId) ?? []);
    return context.json(claims.map((claim) => makeClaimPayload(view, claim)));
  });
  app.get('/api/documents/:id', (context) => {
    const record = view.document(context.req.param('id') as DocumentId);
    return context.json(makeDocumentPayload(view, record ?? missing('document', context.req.param('id'))));
  });
  app.get('/api/entities/:id', (context) => {
    const entity = view.entity(context.req.param('id') as EntityId);
    decisions ??= indexDecisions(view);
    return context.json(makeEntityPayload(view, entity ?? missing('entity', context.req.param('id')), decisions));
  });
  app.route(
    '/api',
    makeDecisionRoutes(() => view, desk),
  );
  app.get('/api/search', (context) => {
    const words = (context.req.query('q') ?? '').slice(0, MAX_QUERY);
    const limit = Number.parseInt(context.req.query('limit') ?? '30', 10);
    const bounded = Number.isFinite(limit) ? Math.min(Math.max(limit, 1), MAX_HITS) : 30;
    return context.json(searchView(view, words, bounded));
  });
  app.get('*', (context) => {
    const path = context.req.path === '/' ? '/index.html' : context.req.path;
    const file = files.get(path) ?? missing('page', path);
    const caching = path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache';
    return context.body(file.body, 200, { 'content-type': file.mediaType, 'cache-control': caching });
  });
  app.notFound((context) => context.json(describe(unknownAddress(context.req.path)), 404));
  app.onError((error, context) => {
    if (!(error instanceof KnownError)) return context.json(describe(error), 500);
    return context.json(describe(error), STATUS[error.code] ?? 403);
  });
  return app;
}

function missing(kind: string, id: string): never {
  throw new KnownError('not-found', `server: this graph has no ${kind} "${id}".`, 'Go back to the start page.');
}

function unknownAddress(path: string): KnownError {
  return new KnownError('not-found', `server: nothing to do at "${path}".`, 'Go back to the start page.');
}

function describe(error: unknown): ErrorPayload {
  if (error instanceof KnownError) return { code: error.code, message: error.message, hint: error.hint };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'bug', message: `server: ${message}`, hint: 'This is a fault in Stemma. Please report it.' };
}
