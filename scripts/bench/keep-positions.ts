// Hands places to a server, as a page does after it has arranged a graph.

/** x and y in turn, by place; the server keeps them, as after a first visit. @throws where it refuses. */
export async function keepPositions(url: string, positions: readonly number[]): Promise<void> {
  const response = await fetch(new URL('api/arrangement', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin },
    body: JSON.stringify({ positions }),
  });
  if (!response.ok) throw new Error(`bench: the server refused the positions: ${await response.text()}`);
}
