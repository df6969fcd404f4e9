import { isBranch } from '@/lib/tree'
import { finding, type Finding } from './finding'
import { annotationsProblem, labelFaults } from './kubernetes-names'
import { textsOf } from './parts'
import type { Subject } from './surroundings'

export function nodeSelector({ spec }: Subject): Finding[] {
  return labelFaults(textsOf(spec.nodeSelector)).map(({ key, message }) =>
    finding('node-selector/form', ['spec', 'nodeSelector', key], message),
  )
}

/** Nuclio itself passes labels and annotations on, and Kubernetes then refuses the function. */
export function metadataTexts({ config }: Subject): Finding[] {
  const { labels, annotations } = config.metadata ?? {}
  const found = labelFaults(textsOf(labels)).map(({ key, message }) =>
    finding('labels/form', ['metadata', 'labels', key], message),
  )
  if (!isBranch(annotations)) return found
  const texts = textsOf(annotations)
  for (const [key, value] of texts) {
    const problem = annotationsProblem({ [key]: value })
    if (problem) found.push(finding('annotations/form', ['metadata', 'annotations', key], problem))
  }
  const whole = annotationsProblem(Object.fromEntries(texts))
  if (whole && !found.some(({ rule }) => rule === 'annotations/form'))
    found.push(finding('annotations/size', ['metadata', 'annotations'], whole))
  return found
}
