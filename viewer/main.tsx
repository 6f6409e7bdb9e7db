// The first thing that runs on the page: reads the graph, then shows the application, or says why it cannot.
import { render } from 'preact';
import { App } from './app.tsx';
import { loadStore } from './store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/facets.css';
import './styles/panels.css';
import './styles/reader.css';
import './styles/stemma.css';
import './styles/search.css';

async function start(root: HTMLElement): Promise<void> {
  try {
    const store = await loadStore();
    root.replaceChildren();
    render(<App store={store} />, root);
  } catch (error) {
    root.replaceChildren();
    render(<Failure message={error instanceof Error ? error.message : String(error)} />, root);
    document.documentElement.dataset.ready = 'failed';
  }
}

function Failure({ message }: { message: string }) {
  return (
    <main class="blank">
      <h1>The graph could not be read</h1>
      <p class="trouble" role="alert">
        {message}
      </p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Try again
      </button>
    </main>
  );
}

const root = document.getElementById('app');
if (root !== null) void start(root);
