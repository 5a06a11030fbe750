import t from 'tap'
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { isSource, projectFiles } from './project-files.ts'

/** Words that have a better one here (ARCHITECTURE.md, Vocabulary), looked for in the names the code gives. */
const NEVER: [words: string[], instead: string, where: RegExp][] = [
  [['actor', 'actors'], 'organisation', /^/],
  [['vertex', 'vertices'], 'node', /^/],
  [['arc', 'arcs'], 'edge', /^(services|graph-queries)\//],
  [['kpi', 'kpis'], 'measure or metric', /^/],
  [['organization', 'organizations'], 'organisation', /^(services|graph-queries|visualizer)\//],
  [['neighbor', 'neighbors', 'neighborhood'], 'neighbour', /^(services\/(snapshot|clusters|views|routes|contract)|graph-queries)\//],
  [['utils', 'util', 'helper', 'helpers'], 'a name for what it does', /^/],
  [['stat', 'kpis'], 'measure or metric', /^services\/(analysis|clusters|snapshot|contract|views)\//],
  [['connector', 'connectors'], 'bridge', /^services\/(analysis|clusters|brokerage|contract|views)\//]
]

/** A word in capitals or camel case, apart: modularityMax -> modularity, max. */
function words (name: string): string[] {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/)
}

/** Names a file declares: variables, functions, parameters, types, properties. Foreign names it merely uses are free. */
function declaredNames (path: string): { name: string, line: number }[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const names: { name: string, line: number }[] = []
  const visit = (node: ts.Node) => {
    const isDeclaration = ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isParameter(node) || ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) || ts.isPropertySignature(node) || ts.isClassDeclaration(node) || ts.isMethodDeclaration(node) || ts.isPropertyDeclaration(node)
    if (isDeclaration && node.name !== undefined && ts.isIdentifier(node.name)) {
      names.push({ name: node.name.text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

t.test('one word, one meaning', async t => {
  const found = projectFiles().filter(isSource).flatMap(path => declaredNames(path).flatMap(({ name, line }) => NEVER
    .filter(([never, , where]) => where.test(path) && words(name).some(word => never.includes(word)))
    .map(([, instead]) => `${path}:${line}: ${name} (say ${instead})`)))
  t.strictSame(found, [])
})

t.test('the check sees a forbidden name', async t => {
  t.strictSame(words('boundaryVertexCount'), ['boundary', 'vertex', 'count'])
  t.ok(declaredNames('tests/house/vocabulary.test.ts').some(({ name }) => name === 'isDeclaration'))
})
