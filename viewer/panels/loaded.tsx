// Waits for something from the source and says so, or says why it did not come.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../language.ts';

/** Undefined while loading; an Error where it failed. `key` names what is loaded. */
export function useLoaded<Value>(key: string, load: () => Promise<Value>): Value | Error | undefined {
  const [held, hold] = useState<{ key: string; value: Value | Error } | null>(null);
  useEffect(() => {
    let current = true;
    const settle = (value: Value | Error): void => {
      if (current) hold({ key, value });
    };
    load().then(settle, (error: unknown) => settle(error instanceof Error ? error : new Error(String(error))));
    return () => {
      current = false;
    };
  }, [key]);
  return held?.key === key ? held.value : undefined;
}

export function Loaded<Value>(props: {
  id: string;
  load: () => Promise<Value>;
  children: (value: Value) => ComponentChildren;
}) {
  const value = useLoaded(props.id, props.load);
  if (value === undefined) return <p class="quiet">{words().page.loading}</p>;
  if (value instanceof Error)
    return (
      <p class="trouble" role="alert">
        {value.message}
      </p>
    );
  return <>{props.children(value)}</>;
}
