## Picture of a summary

picture-title = Progress: { $unit }
picture-units = By { $day }: tasks done out of those due
picture-spread = By { $day }: units by share done
picture-spread-1 = Below 25 %
picture-spread-2 = 25 % to below 50 %
picture-spread-3 = 50 % to below 75 %
picture-spread-4 = 75 % to below 100 %
picture-spread-5 = Complete
picture-trace = Nhịp Quý, counted person by person. The official handbook stays the record.
picture-several = { $count } units
picture-link = Picture: { $link }
picture-button = Picture
picture-sent = The picture of the progress by { $day } is in the message with this one.
picture-none = There are not enough figures for a picture. Write /tonghop to read them.
picture-trace-stated = Nhịp Quý, some units sent totals. The official handbook stays the record.
