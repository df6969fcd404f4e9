import { yamlLines } from './section-yaml'
import classes from './YamlText.module.css'

/** YAML to read, coloured; no editor. */
export function YamlText({ yaml }: { yaml: string }) {
  return (
    <pre className={classes.yaml}>
      {yamlLines(yaml).map((parts, line) => (
        // Lines have no identity but their place.
        <span key={line}>
          {parts.map(({ kind, text }, part) => (
            <span key={part} data-kind={kind}>
              {text}
            </span>
          ))}
          {'\n'}
        </span>
      ))}
    </pre>
  )
}
