import { finding, type Finding } from './finding'
import { quantityProblem } from './quantities'
import { quantitiesOf } from './quantity-places'
import type { Subject } from './surroundings'

/** Amounts that Kubernetes cannot read, wherever they stand; Nuclio finds them while it reads the body. */
export function quantityForms({ config }: Subject): Finding[] {
  return quantitiesOf(config.spec).flatMap(([path, amount]) => {
    const problem = quantityProblem(amount)
    return problem === undefined ? [] : [finding('quantities/form', ['spec', ...path], problem)]
  })
}
