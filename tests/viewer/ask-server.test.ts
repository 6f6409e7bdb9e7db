// Whether the server is there: told by the questions put last, not by an answer that comes late.
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { answerOf, serverLost } from '../../viewer/ask-server.ts';

it('a late answer to an earlier question does not bring a lost server back, a new one does', async () => {
  let arrived = (_release: () => void): void => {};
  const isWaiting = new Promise<() => void>((resolve) => {
    arrived = resolve;
  });
  const server = createServer((request, response) => {
    if (request.url === '/late') arrived(() => response.end('{}'));
    else response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const late = answerOf(`http://127.0.0.1:${port}/late`);
  const release = await isWaiting;
  await expect(answerOf('http://127.0.0.1:1/')).rejects.toThrow();
  release();
  await late;
  expect(serverLost.value).toBe(true);
  await answerOf(`http://127.0.0.1:${port}/`);
  expect(serverLost.value).toBe(false);
  server.closeAllConnections();
  server.close();
});
