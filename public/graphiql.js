// The page at /graphiql: GraphiQL with a panel of examples.
(() => {
  const { createElement: h, useEffect, useState } = React;

  const COST_HEADER = "x-explain-cost";
  const COSTS = /** @type {const} */ ([
    { value: "", text: "Run it" },
    { value: "true", text: "Run it and show its cost" },
    { value: "dry-run", text: "Only show its SQL (dry run)" },
  ]);
  const GROUPS = /** @type {const} */ (["queries", "mutations", "refusals"]);
  const START =
    "# Choose an example, or write an operation.\n# Ctrl-Space completes it, Ctrl-Enter runs it.\n";

  /** The value of the cost header; no header is sent if it is empty. @type {string} */
  let costHeader = "";

  /** @param {{ query: string }} parameters @param {{ headers?: Record<string, string> }} [options] */
  async function fetcher(parameters, { headers = {} } = {}) {
    const isIntrospection = parameters.query.includes("__schema");
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(costHeader !== "" && !isIntrospection && { [COST_HEADER]: costHeader }),
        ...headers,
      },
      body: JSON.stringify(parameters),
    });
    const json = /** @type {unknown} */ (await response.json());
    const { extensions, ...answer } = /** @type {{ extensions?: unknown }} */ (json);
    // Extensions first, because data may be long.
    return extensions === undefined ? answer : { extensions, ...answer };
  }

  /** @returns {Promise<{ costs: boolean, examples: Example[] }>} */
  async function fetchExamples() {
    const response = await fetch("/graphiql/examples");
    if (!response.ok)
      throw new Error(`The examples could not be loaded: status ${response.status}`);
    /** @type {unknown} */
    const collection = await response.json();
    return /** @type {{ costs: boolean, examples: Example[] }} */ (collection);
  }

  function Icon() {
    const path = "M4 5h16M4 10h16M4 15h10M4 20h10";
    return h(
      "svg",
      { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.5 },
      h("path", { d: path, strokeLinecap: "round" }),
    );
  }

  /** Converts text between backticks to code elements. @param {string} text */
  const withCode = (text) =>
    text
      .split("`")
      .map((part, index) => (index % 2 === 1 ? h("code", { key: index }, part) : part));

  function CostChoice() {
    const [chosen, choose] = useState(costHeader);
    const choices = COSTS.map(({ value, text }) =>
      h(
        "label",
        { key: value },
        h("input", {
          type: "radio",
          name: "cost",
          checked: chosen === value,
          onChange: () => {
            costHeader = value;
            choose(value);
          },
        }),
        text,
      ),
    );
    return h("fieldset", null, h("legend", null, "When you run an operation"), ...choices);
  }

  function Examples() {
    const [collection, setCollection] = useState({
      costs: false,
      examples: /** @type {Example[]} */ ([]),
    });
    const [chosen, setChosen] = useState(/** @type {Example | null} */ (null));
    const [search, setSearch] = useState("");
    const [fault, setFault] = useState("");
    const { tabs, activeTabIndex, addTab, changeTab, ...editors } =
      GraphiQL.React.useEditorContext();

    /** @param {Promise<void>} work */
    const reportError = (work) => {
      work.catch((/** @type {unknown} */ error) => {
        setFault(String(error));
      });
    };
    useEffect(() => {
      reportError(fetchExamples().then(setCollection));
    }, []);

    // GraphiQL fills the editors of a new tab when it shows the tab, so the example must be set afterwards.
    useEffect(() => {
      if (!chosen) return;
      editors.queryEditor?.setValue(chosen.query);
      editors.variableEditor?.setValue(chosen.variables);
      editors.responseEditor?.setValue("");
    }, [chosen]);

    /** Opens an example in the tab that already has it, in an empty tab, or in a new one. @param {string} name */
    const open = async (name) => {
      // Loads the examples again, because their times and ids may have changed.
      const { examples } = await fetchExamples();
      const example = examples.find((candidate) => candidate.name === name);
      if (!example) throw new Error(`The example ${name} no longer exists`);
      const has = tabs.findIndex(({ title }) => title === name);
      const { query } = tabs[activeTabIndex] ?? { query: null };
      if (has >= 0) changeTab(has);
      else if (query !== null && query.trim() !== "" && query !== START) addTab();
      setChosen(example);
      setFault("");
    };

    const matching = collection.examples.filter(({ name, description }) =>
      `${name} ${description}`.toLowerCase().includes(search.toLowerCase()),
    );
    const groups = GROUPS.map((group) => {
      const items = matching
        .filter((example) => example.group === group)
        .map(({ name, description }) =>
          h(
            "li",
            { key: name },
            h(
              "button",
              {
                type: "button",
                className: "example",
                "aria-current": tabs[activeTabIndex]?.title === name,
                onClick: () => {
                  reportError(open(name));
                },
              },
              h("strong", null, name),
              h("span", null, ...withCode(description)),
            ),
          ),
        );
      return (
        items.length > 0 &&
        h("section", { key: group }, h("h3", null, group), h("ul", null, ...items))
      );
    });
    return h(
      "div",
      { className: "examples" },
      h("div", { className: "graphiql-doc-explorer-title" }, "Examples"),
      collection.costs && h(CostChoice),
      h("input", {
        type: "search",
        placeholder: "Search the examples",
        "aria-label": "Search the examples",
        value: search,
        onChange: (/** @type {{ target: { value: string } }} */ { target }) => {
          setSearch(target.value);
        },
      }),
      fault !== "" && h("p", { role: "alert" }, fault),
      ...groups,
    );
  }

  const examples = { title: "Examples", icon: Icon, content: Examples };

  /** Opens the panel of examples through its button: with GraphiQL's own setting, the panel stays hidden. */
  function openExamples() {
    /** @type {HTMLElement | null} */
    const button = document.querySelector('[aria-label="Show Examples"]');
    if (button) button.click();
    else requestAnimationFrame(openExamples);
  }

  /** The operation in the URL parameters of the page (the same as those of /graphql); it is opened, but not run. */
  function operationInUrl() {
    const parameters = new URLSearchParams(window.location.search);
    const query = parameters.get("query");
    if (query === null) return {};
    return { query, variables: indented(parameters.get("variables") ?? "{}") };
  }

  /** @param {string} json */
  function indented(json) {
    try {
      return JSON.stringify(JSON.parse(json), null, 2);
    } catch {
      return json;
    }
  }

  ReactDOM.createRoot(document.getElementById("graphiql")).render(
    h(GraphiQL, {
      fetcher,
      plugins: [examples],
      defaultEditorToolsVisibility: true,
      defaultQuery: START,
      shouldPersistHeaders: true,
      ...operationInUrl(),
    }),
  );
  openExamples();
})();
