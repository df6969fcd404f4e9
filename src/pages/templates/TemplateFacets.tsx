import { SearchInput } from '@/components/SearchInput'
import type { FacetChoice } from '@/domain/templates/template-rows'
import type { Gallery } from './use-gallery'
import classes from './TemplateFacets.module.css'

/** The search and what the templates can be narrowed to. */
export function TemplateFacets({ gallery }: { gallery: Gallery }) {
  const { facets, filter } = gallery
  return (
    <search className={classes.facets}>
      <div className={classes.search}>
        <SearchInput
          label="Search the templates"
          placeholder="Search"
          value={gallery.search}
          onChange={gallery.setSearch}
        />
        <label className={classes.choice}>
          <input
            type="checkbox"
            checked={gallery.isByServer}
            onChange={(event) => gallery.setByServer(event.currentTarget.checked)}
          />
          <span>Let the server search</span>
        </label>
        <p className={classes.note} role="status">
          {gallery.searchProblem ??
            (gallery.isByServer ? 'In names and configurations; upper and lower case are told apart.' : '')}
        </p>
      </div>
      <Facet
        legend="Runtime"
        choices={facets.runtimes}
        chosen={filter.runtimes}
        onToggle={gallery.toggleRuntime}
      />
      <Facet
        legend="Trigger"
        choices={facets.triggers}
        chosen={filter.triggers}
        onToggle={gallery.toggleTrigger}
      />
    </search>
  )
}

interface FacetProps {
  legend: string
  choices: readonly FacetChoice[]
  chosen: readonly string[]
  onToggle: (value: string) => void
}

function Facet({ legend, choices, chosen, onToggle }: FacetProps) {
  if (choices.length === 0) return null
  return (
    <fieldset className={classes.facet}>
      <legend>{legend}</legend>
      <div className={classes.choices}>
        {choices.map(({ value, label, count }) => (
          <label key={value} className={classes.choice}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
            <span>{label}</span>
            <span className={classes.count}>{count}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
