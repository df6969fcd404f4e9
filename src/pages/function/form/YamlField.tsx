import { isWithin } from '@/lib/tree'
import { useWorkbench } from '../workbench'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { useField } from './use-field'
import { YamlBody } from './YamlBody'
import type { YamlShape } from './yaml-text'

interface YamlFieldProps extends FieldProps {
  shape: YamlShape
  example?: string
}

/** A place of the draft whose shape is Kubernetes’ own, as YAML within the form. An empty text removes the key. */
export function YamlField(props: YamlFieldProps) {
  const { path, label, shape, example } = props
  const field = useField<unknown>(path, { whole: true })
  const { findings } = useWorkbench()
  // One text stands for many places: each that is wrong gets a line.
  const problems = findings.filter((one) => isWithin(one.path, path)).map(({ message }) => message)
  return (
    <FieldFrame field={field} label={label}>
      <div id={field.id}>
        <YamlBody
          label={label}
          path={path}
          shape={shape}
          schema={`/definitions/FunctionSpec/properties/${path.slice(1).join('/properties/')}`}
          example={example}
          help={useHelp(props)}
          problem={[...new Set(problems)].join('\n')}
          value={field.value}
          onChange={field.set}
        />
      </div>
    </FieldFrame>
  )
}
