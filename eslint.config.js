import graphqlPlugin from "@graphql-eslint/eslint-plugin";
import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import prettier from "eslint-config-prettier";
import globals from "globals";
import tseslint from "typescript-eslint";

/**
 * Data flows one way: http → graphql | rest | pages → access → domain → db; `common` knows none of them. What each folder
 * may not import:
 */
const above = ["**/http/**", "**/pages/**", "**/main.js", "**/env.js"];
const database = ["**/db/**", "**/prisma/**", "@prisma/*", "mariadb"];
const transports = [
  "**/graphql/**",
  "**/rest/**",
  "@apollo/*",
  "graphql",
  "graphql-*",
  "fastify",
  "@fastify/*",
];
const arrow = {
  "src/rest/**": [...database, ...above, "**/graphql/**"],
  "src/graphql/**": [...database, ...above, "**/rest/**"],
  "src/pages/**": [...database, "**/http/**", "**/rest/**", "**/main.js", "**/env.js"],
  "src/access/**": [...above, ...transports, "mariadb", "@prisma/*"],
  "src/domain/**": [...above, ...transports, "**/access/**", "mariadb", "@prisma/*"],
  "src/db/**": [...above, ...transports, "**/access/**", "**/domain/**"],
  "src/common/**": [...above, ...transports, ...database, "**/access/**", "**/domain/**"],
};

/** One style a folder: the calendar is SQL; the records are Prisma. What each may not use: */
const styles = [
  {
    files: ["src/domain/appointments/**", "src/domain/idempotency/**"],
    transaction: "transaction",
    message: "The calendar is SQL: use db.sqlTransaction.",
  },
  {
    files: ["src/domain/doctors/**", "src/domain/patients/**"],
    transaction: "sqlTransaction",
    message: "The records are Prisma: use db.transaction.",
  },
];

const operations = {
  examples: "examples/operations/*.graphql",
  successors: "src/rest/*.graphql",
  client: "client/src/operations/*.graphql",
};

/** They have operations of the same names: each folder is a project of its own. */
const graphQLConfig = {
  projects: Object.fromEntries(
    Object.entries(operations).map(([name, documents]) => [
      name,
      { schema: "schema.graphql", documents },
    ]),
  ),
};

export default defineConfig(
  { ignores: ["**/dist/", "coverage/", ".local/", "**/__generated__/"] },
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    extends: [eslint.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      // Hooks of Fastify and Apollo are told apart by what they return.
      "@typescript-eslint/require-await": "off",
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "src/env.ts is the only reader of it." },
      ],
    },
  },
  {
    files: ["src/env.ts", "scripts/**", "bench/**", "proof/**", "tests/support/**", "*.config.*"],
    rules: { "no-restricted-properties": "off" },
  },
  ...Object.entries(arrow).map(([folder, group]) => ({
    files: [folder],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group,
              message:
                "Imports follow the arrow http → graphql | rest | pages → access → domain → db.",
            },
          ],
        },
      ],
    },
  })),
  ...styles.map(({ files, transaction, message }) => ({
    files,
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: `MemberExpression[property.name="${transaction}"]`, message },
      ],
    },
  })),
  {
    // Rules decide by what they are handed: no clock, no database, no network.
    files: [
      "src/domain/**/{rules,lifecycle,interval,email}.ts",
      "src/domain/calendar/**",
      "src/domain/{text,limits,version,time}.ts",
    ],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: [
                "**/db/**",
                "**/store.js",
                "**/queries.js",
                "node:fs*",
                "node:net",
                "node:http*",
                ...transports,
              ],
              message: "Rules are pure.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["schema.graphql"],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig },
    },
    plugins: { "@graphql-eslint": graphqlPlugin },
    rules: {
      ...graphqlPlugin.configs["flat/schema-recommended"].rules,
      ...graphqlPlugin.configs["flat/schema-relay"].rules,
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
        },
      ],
      // Short ones stand in a line, long ones in a block.
      "@graphql-eslint/description-style": "off",
      // Pages are turned forward only.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      "@graphql-eslint/strict-id-in-types": [
        "error",
        {
          exceptions: {
            types: [
              "Interval",
              "PageInfo",
              "WorkingHours",
              "WorkingTimes",
              "FreeTime",
              "FreeTimes",
              "Hold",
              "AppointmentCheck",
              "Viewer",
            ],
            suffixes: ["Connection", "Edge", "Payload", "Error"],
          },
        },
      ],
      // Connections have nodes beside their edges.
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
      ],
      "@graphql-eslint/require-deprecation-reason": "error",
      "@graphql-eslint/no-unreachable-types": "error",
      "@graphql-eslint/input-name": [
        "error",
        { checkInputType: true, caseSensitiveInputType: false },
      ],
    },
  },
  {
    files: Object.values(operations),
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig },
    },
    plugins: { "@graphql-eslint": graphqlPlugin },
    rules: {
      ...graphqlPlugin.configs["flat/operations-recommended"].rules,
      // A deprecated field has an example and a successor as long as it is there.
      "@graphql-eslint/no-deprecated": "off",
      // Not every answer wants an id.
      "@graphql-eslint/require-selections": "off",
      // They are unique in each folder, which the code generator and the explorer's tests hold.
      "@graphql-eslint/unique-operation-name": "off",
    },
  },
  {
    files: ["public/**"],
    languageOptions: {
      globals: {
        ...globals.browser,
        React: "readonly",
        ReactDOM: "readonly",
        GraphiQL: "readonly",
      },
    },
  },
  {
    // Its plugins' types do not fit ESLint's yet.
    files: ["eslint.config.js"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  prettier,
);
