// The page at /graphiql: GraphiQL, with the examples of this server in a panel beside its docs and history.
(() => {
  const { createElement: h, useEffect, useState } = React;

  const COST_HEADER = "x-explain-cost";
  const COSTS = /** @type {const} */ ([
    { value: "", text: "run it" },
    { value: "true", text: "run it, and say what it cost" },
    { value: "dry-run", text: "only say what it would cost" },
  ]);
  const GROUPS = /** @type {const} */ (["queries", "mutations", "refusals"]);
  const START =
    "# Choose an example on the left, or write an operation.\n# Ctrl-Space completes it, Ctrl-Enter runs it.\n";

  /** What is sent as the header that asks for the cost; nothing if empty. @type {string} */
  let askForCost = "";

  /** @param {{ query: string }} parameters @param {{ headers?: Record<string, string> }} [options] */
  async function fetcher(parameters, { headers = {} } = {}) {
    const isIntrospection = parameters.query.includes("__schema");
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(askForCost !== "" && !isIntrospection && { [COST_HEADER]: askForCost }),
        ...headers,
      },
      body: JSON.stringify(parameters),
    });
    const json = /** @type {unknown} */ (await response.json());
    const { extensions, ...answer } = /** @type {{ extensions?: unknown }} */ (json);
    // At the top, where they are seen: answers are long.
    return extensions === undefined ? answer : { extensions, ...answer };
  }

  /** @returns {Promise<{ costs: boolean, examples: Example[] }>} */
  async function fetchExamples() {
    const response = await fetch("/graphiql/examples");
    if (!response.ok) throw new Error(`The examples can't be had: ${response.status}`);
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

  /** What stands between backticks becomes code. @param {string} text */
  const withCode = (text) =>
    text
      .split("`")
      .map((part, index) => (index % 2 === 1 ? h("code", { key: index }, part) : part));

  function CostChoice() {
    const [chosen, choose] = useState(askForCost);
    const choices = COSTS.map(({ value, text }) =>
      h(
        "label",
        { key: value },
        h("input", {
          type: "radio",
          name: "cost",
          checked: chosen === value,
          onChange: () => {
            askForCost = value;
            choose(value);
          },
        }),
        text,
      ),
    );
    return h("fieldset", null, h("legend", null, "When an operation is run"), ...choices);
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
    const orSay = (work) => {
      work.catch((/** @type {unknown} */ error) => {
        setFault(String(error));
      });
    };
    useEffect(() => {
      orSay(fetchExamples().then(setCollection));
    }, []);

    // GraphiQL fills the editors of a new tab when it is shown; only then is it our turn.
    useEffect(() => {
      if (!chosen) return;
      editors.queryEditor?.setValue(chosen.query);
      editors.variableEditor?.setValue(chosen.variables);
      editors.responseEditor?.setValue("");
    }, [chosen]);

    /** Puts an example into the tab that has it, into an empty one, or into a new one. @param {string} name */
    const open = async (name) => {
      // Anew: the times and ids that it needs may have changed.
      const { examples } = await fetchExamples();
      const example = examples.find((candidate) => candidate.name === name);
      if (!example) throw new Error(`There is no example ${name} any more`);
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
                  orSay(open(name));
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

  /** Opens the examples by their button: GraphiQL's own setting for it leaves the panel out of sight. */
  function openExamples() {
    /** @type {HTMLElement | null} */
    const button = document.querySelector('[aria-label="Show Examples"]');
    if (button) button.click();
    else requestAnimationFrame(openExamples);
  }

  /** The operation that the address names as one for /graphql does, to be opened but not run. */
  function named() {
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
      ...named(),
    }),
  );
  openExamples();
})();
