import { Fold } from '../form/Fold'
import { ListField } from '../form/ListField'
import { RowSecret, RowText } from '../form/RowInputs'
import type { RowProps } from '../form/RowList'
import { Section } from '../form/Section'
import { YamlBody } from '../form/YamlBody'
import { bindingCodec, bindingProblem, isBlankBinding, type BindingRow } from './binding-rows'
import { configurationSections } from './sections'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'
import { useEmbeddedNote } from './use-embedded'

/** Data sources that the handler finds in its context. */
export function DataBindingsSection() {
  const note = useEmbeddedNote('The embedded platform makes no data bindings; what stands here is kept.')
  return (
    <Section {...configurationSections.dataBindings} note={note} folded>
      <ListField<BindingRow>
        {...s.dataBindings}
        codec={bindingCodec}
        item="data binding"
        blank={{ key: '', binding: {} }}
        isBlank={isBlankBinding}
        nameOf={({ key }) => key}
      >
        {(row) => <BindingFields {...row} />}
      </ListField>
    </Section>
  )
}

const texts = [
  ['class', 'Class', 'v3io'],
  ['kind', 'Kind', ''],
  ['url', 'URL', 'http://example.com:8081'],
  ['path', 'Path', ''],
  ['query', 'Query', ''],
] as const

function BindingFields({ item, index, items, set, idOf, problemAt }: RowProps<BindingRow>) {
  const { key, binding } = item
  const change = (name: string, value: unknown) => {
    const next = Object.entries({ ...binding, [name]: value }).filter(([, kept]) => kept !== undefined)
    set({ key, binding: Object.fromEntries(next) })
  }
  return (
    <Fold
      title={key || 'New data binding'}
      summary={[binding.class, binding.kind, binding.url].filter(Boolean).join(' · ')}
      open={key === ''}
    >
      <div className={classes.pair}>
        <RowText
          labelled
          label="Name"
          id={idOf('name')}
          value={key}
          problem={bindingProblem(items, index) ?? problemAt()}
          onChange={(name) => set({ ...item, key: name ?? '' })}
        />
        {texts.map(([name, label, placeholder]) => (
          <RowText
            key={name}
            labelled
            label={label}
            placeholder={placeholder}
            value={binding[name]}
            problem={problemAt(name)}
            onChange={(value) => change(name, value)}
          />
        ))}
        <RowSecret
          labelled
          label="Secret"
          value={binding.secret}
          onChange={(value) => change('secret', value)}
        />
      </div>
      <YamlBody
        label="Attributes"
        path={[...s.dataBindings.path, key, 'attributes']}
        shape="object"
        schema="/definitions/DataBinding/properties/attributes"
        help="Settings of the kind."
        value={binding.attributes}
        onChange={(value) => change('attributes', value)}
      />
    </Fold>
  )
}
