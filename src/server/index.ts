// The room's door: serve a graph to a browser, or write it into one file.
export { htmlExporter } from './html-exporter.ts';
export { DEFAULT_PORT, type RunningServer, type ServeOptions, serveGraph } from './serve-graph.ts';
