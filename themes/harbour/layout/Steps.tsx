import type { StepsProps } from '../../contract'
import { SectionHead } from './SectionHead'

export const Steps = ({ title, lead, steps }: StepsProps) => (
  <section className="pw-section pw-section--muted">
    <div className="pw-wrap">
      <SectionHead title={title} lead={lead} />
      <ol className="pw-steps">
        {steps.map((step) => (
          <li className="pw-steps__step" key={step.title}>
            <h3 className="pw-steps__title">{step.title}</h3>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
    </div>
  </section>
)
