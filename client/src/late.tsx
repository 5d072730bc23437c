/** The participant's page with the screens of the late rounds on it as well. */
import "./screens/late"
import "./now"
