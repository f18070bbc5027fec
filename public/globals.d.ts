// What graphiql.js uses of the scripts that are loaded before it.

interface Example {
  name: string;
  group: "queries" | "mutations" | "refusals";
  description: string;
  query: string;
  variables: string;
}

type Element = unknown;
type Component<Properties = Record<string, never>> = (properties: Properties) => Element;

declare const React: {
  createElement: <Properties>(
    type: string | Component<Properties>,
    properties?: object | null,
    ...children: unknown[]
  ) => Element;
  useEffect: (effect: () => void, dependencies: readonly unknown[]) => void;
  useState: <State>(initial: State) => [State, (next: State) => void];
};

declare const ReactDOM: {
  createRoot(place: unknown): { render(element: Element): void };
};

interface Editor {
  setValue(text: string): void;
}

interface EditorContext {
  tabs: { title: string; query: string | null }[];
  activeTabIndex: number;
  addTab: () => void;
  changeTab: (index: number) => void;
  queryEditor: Editor | null;
  variableEditor: Editor | null;
  responseEditor: Editor | null;
}

interface Panel {
  title: string;
  icon: Component;
  content: Component;
}

declare const GraphiQL: Component<{
  fetcher: (
    parameters: { query: string; operationName?: string | null; variables?: unknown },
    options?: { headers?: Record<string, string> },
  ) => Promise<unknown>;
  plugins: Panel[];
  defaultEditorToolsVisibility: boolean;
  defaultQuery: string;
  shouldPersistHeaders: boolean;
}> & { React: { useEditorContext(): EditorContext } };
