export { demonstrationCases } from './demonstration/demonstration-cases.ts';
export { caseLaw } from './register.ts';
export { citationGraph, citationsAround, type CitationGraph } from './citation-graph.ts';
export { similarCases, type SimilarCase } from './similar-cases.ts';
