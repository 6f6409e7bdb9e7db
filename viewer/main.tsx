// The first thing that runs on the page: reads the graph, then shows the application, or says why it cannot.
import type { Signal } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { startLanguage, words } from './language.ts';
import { openPage } from './page.ts';
import type { Store } from './store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/facets.css';
import './styles/panels.css';
import './styles/reader.css';
import './styles/stemma.css';
import './styles/search.css';
import './styles/decide.css';
import './styles/take-away.css';
import './styles/phone.css';

async function start(root: HTMLElement): Promise<void> {
  startLanguage();
  try {
    const store = await openPage();
    root.replaceChildren();
    render(<Page store={store} />, root);
  } catch (error) {
    root.replaceChildren();
    render(<Failure message={error instanceof Error ? error.message : String(error)} />, root);
    document.documentElement.dataset.ready = 'failed';
  }
}

/** Drawn from nothing after each decision: no panel keeps what it knew of the graph before. */
function Page({ store }: { store: Signal<Store> }) {
  return <App key={store.value.number} store={store.value} />;
}

function Failure({ message }: { message: string }) {
  return (
    <main class="blank">
      <h1>{words().page.failedTitle}</h1>
      <p class="trouble" role="alert">
        {message}
      </p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {words().page.tryAgain}
      </button>
    </main>
  );
}

const root = document.getElementById('app');
if (root !== null) void start(root);
