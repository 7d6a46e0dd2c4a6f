import { classNames } from './class-names'
import { Icon } from './Icon'

export type StepProgressProps = {
  label: string
  steps: readonly { label: string; state: 'done' | 'current' | 'ahead' }[]
  /** Said to screen readers behind a finished step. */
  doneWord?: string
}

export const StepProgress = ({ label, steps, doneWord = 'done' }: StepProgressProps) => (
  <ol className="pw-step-progress" aria-label={label}>
    {steps.map((step) => (
      <li
        key={step.label}
        className={classNames('pw-step-progress__step', `pw-step-progress__step--${step.state}`)}
        aria-current={step.state === 'current' ? 'step' : undefined}
      >
        <span className="pw-step-progress__mark" aria-hidden="true">
          {step.state === 'done' ? <Icon name="check" /> : null}
        </span>
        <span className="pw-step-progress__label">
          {step.label}
          {step.state === 'done' ? <span className="pw-sr-only"> ({doneWord})</span> : null}
        </span>
      </li>
    ))}
  </ol>
)
