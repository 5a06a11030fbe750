import neostandard from 'neostandard'
import tseslint from 'typescript-eslint'

const typed = {
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  plugins: { '@typescript-eslint': tseslint.plugin }
}
const noEnvironment = { object: 'process', property: 'env', message: 'Only services/config.ts reads the environment; take what you need as an argument.' }
const noClock = [
  { object: 'Math', property: 'random', message: 'Take an rng as an argument: the same seed must give the same result.' },
  { object: 'Date', property: 'now', message: 'Take the time as an argument: the same input must give the same result.' },
  { object: 'performance', property: 'now', message: 'Take the clock as an argument: the same input must give the same result.' }
]

export default [
  // services/kernels/assembly is AssemblyScript, which has TypeScript's syntax and its own types; its compiler checks it.
  { ignores: ['visualizer/dist/**', 'data/**', 'coverage/**', '.tap/**', 'tests/output/**', 'tests/datasets/**', 'services/kernels/assembly/**'] },
  ...neostandard({ ts: true }),
  {
    ...typed,
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }]
    }
  },
  {
    // A contract's schema and the type inferred from it carry one name on purpose.
    // A promise left on its own on purpose is marked with void.
    // Schemas read best as rows, several short properties on a line.
    files: ['**/*.ts', '**/*.tsx'],
    rules: { 'no-redeclare': 'off', '@typescript-eslint/no-redeclare': 'off', '@stylistic/object-property-newline': 'off', 'no-void': ['error', { allowAsStatement: true }] }
  },
  {
    // tap's tests are promises that its root collects; nobody awaits them one by one.
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafePromises: [{ from: 'package', name: 'PromiseWithSubtest', package: '@tapjs/core' }] }]
    }
  },
  {
    files: ['services/**/*.ts', 'graph-queries/**/*.ts', 'visualizer/**/*.{ts,tsx}'],
    ignores: ['services/config.ts'],
    rules: { 'no-restricted-properties': ['error', noEnvironment] }
  },
  {
    // An effect runs after the page is painted, when the person may be typing elsewhere already: the focus would take their letters away.
    // A listener set up in an effect may; it is a constant of its own.
    files: ['visualizer/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'CallExpression[callee.name="useEffect"] CallExpression[callee.property.name="focus"]:not(CallExpression[callee.name="useEffect"] VariableDeclarator *)', message: 'Take the focus in useLayoutEffect: an effect comes after the first letters typed.' }] }
  },
  {
    // Pure folders: no chance and no clock.
    files: ['services/analysis/**/*.ts', 'services/snapshot/**/*.ts', 'services/clusters/**/*.ts', 'services/brokerage/**/*.ts', 'services/contract/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', noEnvironment, ...noClock],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take the time as an argument: the same input must give the same result.' }]
    }
  }
]
