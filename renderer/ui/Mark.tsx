import icon from '../../resources/icons/icon.svg'
import css from './mark.module.css'

/** The app's mark. Beside its name; the name says it. */
export function Mark() {
  return <img src={icon} alt="" className={css.mark} width={36} height={36} />
}
