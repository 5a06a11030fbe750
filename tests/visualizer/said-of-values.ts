/** What the services say of rows of files and of fields of requests, as their source has it: every way in which a sentence may come out, with a sample in each gap. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { projectFiles } from '../house/project-files.ts'

/** Stands for what only a request or a file gives. */
const SAMPLE = '1'
/** Parameters that hold such a sentence. */
const SAID = new Set(['expected', 'message'])
/** Those that also tell what was there instead, where it is no cell that is shown. */
const SHOWN_INSTEAD = new Set(['FileProblem', 'refuseWhole'])
/** Errors that become one as they are. */
const ERRORS = new Set(['WorkbookProblem'])
/** Checks of the library that reads requests which take a sentence for what they refuse. */
const CHECKS = new Set(['max', 'min', 'int', 'regex', 'refine', 'date', 'literal'])

export interface Said { file: string, sentence: string }

type Callable = ts.ArrowFunction | ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration
/** `methods`: also constructors, by the name of their class. */
interface Names { constants: Map<string, ts.Expression[]>, functions: Map<string, Callable>, methods: Map<string, Callable> }
type Values = ReadonlyMap<string, readonly string[]>

export function saidOfValues (): Said[] {
  const trees = projectFiles('services').filter(path => path.endsWith('.ts')).map(path => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true))
  const everywhere = emptyNames()
  for (const tree of trees) addNames(tree, everywhere)
  return trees.flatMap(tree => {
    const names = namesIn(tree, everywhere)
    const sentences: string[] = []
    visit(tree, node => { for (const said of saidAt(node, names)) sentences.push(...sentencesOf(said, names)) })
    return [...new Set(sentences)].filter(sentence => /[a-z]{2}/.test(sentence)).map(sentence => ({ file: tree.fileName, sentence }))
  })
}

function visit (node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, child => visit(child, look))
}

const emptyNames = (): Names => ({ constants: new Map(), functions: new Map(), methods: new Map() })

function addNames (tree: ts.SourceFile, { constants, functions, methods }: Names): void {
  visit(tree, node => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      if (ts.isArrowFunction(node.initializer)) functions.set(node.name.text, node.initializer)
      else constants.set(node.name.text, [...constants.get(node.name.text) ?? [], node.initializer])
    } else if (ts.isFunctionDeclaration(node) && node.name !== undefined) functions.set(node.name.text, node)
    else if (ts.isMethodDeclaration(node) && ts.isIdentifier(node.name)) methods.set(node.name.text, node)
    else if (ts.isConstructorDeclaration(node) && node.parent.name !== undefined) methods.set(node.parent.name.text, node)
  })
}

/** What a file names itself, and what it takes from others. */
function namesIn (tree: ts.SourceFile, everywhere: Names): Names {
  const names = { ...emptyNames(), methods: everywhere.methods }
  visit(tree, node => {
    if (!ts.isImportSpecifier(node)) return
    const [constant, called] = [everywhere.constants.get(node.name.text), everywhere.functions.get(node.name.text)]
    if (constant !== undefined) names.constants.set(node.name.text, constant)
    if (called !== undefined) names.functions.set(node.name.text, called)
  })
  const own = emptyNames()
  addNames(tree, own)
  for (const [name, constant] of own.constants) names.constants.set(name, constant)
  for (const [name, called] of own.functions) names.functions.set(name, called)
  return names
}

/** The expressions at a node that are such a sentence. */
function saidAt (node: ts.Node, { functions, methods }: Names): ts.Expression[] {
  if (ts.isObjectLiteralExpression(node)) {
    const properties = new Map(node.properties.flatMap(property => ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) ? [[property.name.text, property.initializer] as const] : ts.isShorthandPropertyAssignment(property) ? [[property.name.text, property.name] as const] : []))
    const told = properties.has('path') || properties.has('option') ? properties.get('message') ?? properties.get('error') : properties.get('conflict')
    return told === undefined ? [] : [told]
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return []
  const given = [...node.arguments ?? []]
  const [name, called] = ts.isPropertyAccessExpression(node.expression)
    ? [node.expression.name.text, methods.get(node.expression.name.text)]
    : ts.isIdentifier(node.expression) ? [node.expression.text, (ts.isNewExpression(node) ? methods : functions).get(node.expression.text)] : ['', undefined]
  if (ERRORS.has(name)) return given.slice(0, 1)
  if (CHECKS.has(name) && /^services\/(contract|trans-s3|routes)\//.test(node.getSourceFile().fileName)) return (name === 'literal' ? given.slice(1) : given.slice(-1)).filter(argument => !ts.isArrowFunction(argument))
  if (called === undefined || !/errors|Error|problems|addIssue/.test(called.parent.getText())) return []
  return called.parameters.flatMap((parameter, i) => ts.isIdentifier(parameter.name) && (SAID.has(parameter.name.text) || (SHOWN_INSTEAD.has(name) && parameter.name.text === 'value')) && given[i] !== undefined ? [given[i]] : [])
}

/** Every text that an expression may come to; none where only a request says. */
function sentencesOf (said: ts.Expression, names: Names, values: Values = new Map()): readonly string[] {
  const textsOf = (expression: ts.Expression): readonly string[] => sentencesOf(expression, names, values)
  if (ts.isStringLiteralLike(said)) return [said.text]
  if (ts.isParenthesizedExpression(said)) return textsOf(said.expression)
  if (ts.isConditionalExpression(said)) return [...textsOf(said.whenTrue), ...textsOf(said.whenFalse)]
  if (ts.isTemplateExpression(said)) {
    return said.templateSpans.reduce<readonly string[]>((begun, { expression, literal }) => {
      const texts = textsOf(expression)
      return begun.flatMap(before => (texts.length === 0 ? [SAMPLE] : texts).map(text => before + text + literal.text))
    }, [said.head.text])
  }
  if (ts.isIdentifier(said)) return values.get(said.text) ?? (names.constants.get(said.text) ?? []).filter(constant => !ts.isIdentifier(constant)).flatMap(constant => sentencesOf(constant, names))
  if (ts.isPropertyAccessExpression(said) && SAID.has(said.name.text)) return textsUnder(said.expression, said.name.text, names)
  if (ts.isCallExpression(said) && ts.isIdentifier(said.expression)) {
    const called = names.functions.get(said.expression.text)
    if (called?.body === undefined || ts.isBlock(called.body)) return []
    return sentencesOf(called.body, names, new Map(called.parameters.flatMap(({ name }, i) => ts.isIdentifier(name) && said.arguments[i] !== undefined ? [[name.text, textsOf(said.arguments[i])] as const] : [])))
  }
  return []
}

/** CODES[list].expected: whatever stands under that key in the constant. */
function textsUnder (of: ts.Expression, key: string, names: Names): string[] {
  const texts: string[] = []
  if (!ts.isElementAccessExpression(of) || !ts.isIdentifier(of.expression)) return texts
  for (const constant of names.constants.get(of.expression.text) ?? []) visit(constant, node => { if (ts.isPropertyAssignment(node) && node.name.getText() === key) texts.push(...sentencesOf(node.initializer, names)) })
  return texts
}
