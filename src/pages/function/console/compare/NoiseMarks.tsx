import { IconButton } from '@/components/IconButton'
import type { Noise } from './noise'
import classes from './Compare.module.css'

/** What is left out of comparisons of this function, each with a way to take it in again. */
export function NoiseMarks({ noise, onChange }: { noise: Noise; onChange: (noise: Noise) => void }) {
  const { headers, paths } = noise
  if (headers.length + paths.length === 0) return null
  return (
    <ul className={classes.marks} aria-label="Ignored as noise">
      {headers.map((name) => (
        <li key={name}>
          <span>{name}</span>
          <IconButton
            icon="close"
            label={`Compare ${name} again`}
            onClick={() => onChange({ ...noise, headers: headers.filter((other) => other !== name) })}
          />
        </li>
      ))}
      {paths.map((path) => (
        <li key={path}>
          <span>{path}</span>
          <IconButton
            icon="close"
            label={`Compare ${path} again`}
            onClick={() => onChange({ ...noise, paths: paths.filter((other) => other !== path) })}
          />
        </li>
      ))}
    </ul>
  )
}
