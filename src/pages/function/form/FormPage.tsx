import { NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRef, type ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { Path } from '@/lib/tree'
import { MarkSign, markWords } from '../Mark'
import type { Setting } from '../settings'
import { FindSetting } from './FindSetting'
import classes from './FormPage.module.css'
import { useSectionMark } from './SectionMark'
import { SectionYaml } from './SectionYaml'
import { useFieldLink } from './use-field-link'
import { useSectionInView } from './use-section-in-view'

/** A section of a form: spread into `<Section>`, and listed beside the form. */
export interface FormSection {
  /** Of the section's element, and the fragment that leads to it. */
  id: string
  title: string
  /** The places of the draft that it edits. */
  paths: readonly Path[]
  /** The only platform that heeds what stands in it. */
  only?: Setting['only']
}

interface FormPageProps {
  /** What the form is of: “Configuration”. */
  label: string
  sections: readonly FormSection[]
  /** The sections themselves, one `<Section>` each. */
  children: ReactNode
}

/**
 * A tab of fields: beside them the list of its sections with what is changed or broken and the way to any setting, and on wide
 * screens the YAML of the section that is looked at. On narrow ones a choice above takes the place of the list.
 */
export function FormPage({ label, sections, children }: FormPageProps) {
  const form = useRef<HTMLDivElement>(null)
  const current = useSectionInView(form, sections)
  const isWide = useMediaQuery('(min-width: 1500px)', undefined, { getInitialValueInEffect: false })
  const shown = sections.find(({ id }) => id === current) ?? sections[0]
  useFieldLink()
  return (
    <div className={classes.page} data-aside={isWide || undefined}>
      <nav className={classes.nav} aria-label={`Sections of ${label}`}>
        <FindSetting />
        <ul className={classes.sections}>
          {sections.map((section) => (
            <SectionLink key={section.id} section={section} isCurrent={section === shown} />
          ))}
        </ul>
        <SectionJump sections={sections} current={shown?.id} />
      </nav>
      <div ref={form} className={classes.form}>
        {children}
      </div>
      {isWide && shown && (
        <div className={classes.aside}>
          <SectionYaml title={shown.title} paths={shown.paths} />
        </div>
      )}
    </div>
  )
}

function SectionLink({ section, isCurrent }: { section: FormSection; isCurrent: boolean }) {
  const { search } = useLocation()
  const mark = useSectionMark(section.paths)
  return (
    <li>
      <Link
        className={classes.section}
        to={{ search, hash: section.id }}
        preventScrollReset
        aria-current={isCurrent ? 'location' : undefined}
      >
        <span className={classes.name}>{section.title}</span>
        {/* Its place is always kept. */}
        <span className={classes.mark} data-mark={mark}>
          {mark && <MarkSign mark={mark} />}
          {mark && <span className="visually-hidden">{markWords[mark]}</span>}
        </span>
      </Link>
    </li>
  )
}

function SectionJump({ sections, current }: { sections: readonly FormSection[]; current?: string }) {
  const { search } = useLocation()
  const navigate = useNavigate()
  return (
    <NativeSelect
      className={classes.jump}
      aria-label="Go to section"
      data={sections.map(({ id, title }) => ({ value: id, label: title }))}
      value={current ?? ''}
      onChange={(event) =>
        void navigate({ search, hash: event.currentTarget.value }, { preventScrollReset: true })
      }
    />
  )
}
